# Independent calculation of the figures that statistics/ makes, from the definitions and in base R only.
# Run in this folder:  Rscript reference.R
# It writes the surveys (models.csv, nodes.csv, answers-*.csv) and what must come out of them (scores.csv, changes.csv,
# quantiles.csv, ranks.csv). The surveys have holes on purpose: answers left out, "don't know", "not applicable", rows
# that do not exist, reversed statements, unequal weights, parts under the minimum share, statements nobody answered.

number <- function(x) ifelse(is.na(x), "", sprintf("%.17g", x))
write_table <- function(table, file) write.csv(table, file, row.names = FALSE, quote = FALSE)

# A generator of our own (Park and Miller), so that every version of R makes the same surveys.
state <- 20250127
draw <- function() {
  state <<- (state * 16807) %% 2147483647
  state / 2147483647
}

# ---- Models ----------------------------------------------------------------------------------------------------------

levels_of_tree <- c("total", "dimension", "category", "capability", "statement")

make_nodes <- function(model, weighted, reversed_share) {
  nodes <- data.frame()
  weight <- function() if (weighted) c(0.5, 1, 1.5, 2, 3)[1 + floor(draw() * 5)] else 1
  add <- function(id, level, parent, w, reversed = FALSE)
    nodes <<- rbind(nodes, data.frame(model = model, id = id, level = level, parent = parent, weight = w, reversed = as.integer(reversed)))
  add("T", "total", "", 1)
  for (d in 1:2) {
    dimension <- paste0("D", d)
    add(dimension, "dimension", "T", weight())
    for (c in 1:3) {
      category <- paste0(dimension, "C", c)
      add(category, "category", dimension, weight())
      for (k in 1:2) {
        capability <- paste0(category, "K", k)
        add(capability, "capability", category, weight())
        for (s in seq_len(1 + (c + k) %% 3)) add(paste0(capability, "S", s), "statement", capability, weight(), draw() < reversed_share)
      }
    }
  }
  nodes
}

models <- data.frame(model = c("plain", "weighted", "seven"), lowest = c(1, 0, 1), highest = c(5, 4, 7),
                     capability = 0.5, category = 0.5, dimension = c(2 / 3, 2 / 3, 0.6), total = c(1, 1, 0.5))
nodes <- rbind(make_nodes("plain", FALSE, 0), make_nodes("weighted", TRUE, 0.3), make_nodes("seven", TRUE, 0.5))

# ---- Surveys ---------------------------------------------------------------------------------------------------------

# A matrix of respondents × statements: a step, or "none" (a row without an answer), "dk", "na", "" (no row).
make_answers <- function(model, respondents, holes, level) {
  scale <- models[models$model == model, ]
  statements <- nodes$id[nodes$model == model & nodes$level == "statement"]
  answers <- matrix("", respondents, length(statements), dimnames = list(NULL, statements))
  for (r in seq_len(respondents)) {
    person <- 0.3 * (draw() - 0.5)
    for (s in statements) {
      share <- min(1, max(0, level + person + 0.8 * (draw() - 0.5)))
      step <- scale$lowest + round(share * (scale$highest - scale$lowest))
      kind <- draw()
      answers[r, s] <- if (kind >= holes) as.character(step) else c("none", "dk", "na", "")[1 + floor(draw() * 4)]
    }
  }
  answers
}

silence <- function(answers, pattern) {
  answers[, grepl(pattern, colnames(answers))] <- "dk"
  answers
}

surveys <- list(
  list(name = "plain", model = "plain", earlier = make_answers("plain", 12, 0, 0.45), later = make_answers("plain", 15, 0, 0.62)),
  list(name = "holes", model = "weighted",
       earlier = silence(make_answers("weighted", 14, 0.25, 0.4), "^D1C1K1S1$"),
       later = silence(make_answers("weighted", 17, 0.2, 0.55), "^(D1C1K1S1|D2C2K.S[12]|D2C3K1S1)$")),
  list(name = "thin", model = "weighted",
       earlier = silence(make_answers("weighted", 11, 0.5, 0.5), "^D1C(1|2)K[12]"),
       later = silence(make_answers("weighted", 10, 0.6, 0.5), "^D1C(1)K[12]")),
  list(name = "seven", model = "seven",
       earlier = silence(make_answers("seven", 20, 0.3, 0.35), "^D2C(1|3)K[12]"),
       later = make_answers("seven", 13, 0.1, 0.65)),
  list(name = "few", model = "seven", earlier = make_answers("seven", 6, 0.3, 0.35), later = make_answers("seven", 11, 0.1, 0.5)))

# Someone who answered nothing at all, and a statement that one person answered.
surveys[[2]]$later[3, ] <- "none"
surveys[[4]]$later[-5, "D1C3K1S1"] <- ""

# ---- Definitions -----------------------------------------------------------------------------------------------------

# Scores of answers, 0 to 100, NA where there is no answer.
scores_of <- function(model, answers) {
  scale <- models[models$model == model, ]
  turned <- nodes$reversed[match(paste(model, colnames(answers)), paste(nodes$model, nodes$id))] == 1
  step <- suppressWarnings(matrix(as.numeric(answers), nrow(answers), dimnames = dimnames(answers)))
  x <- (step - scale$lowest) / (scale$highest - scale$lowest) * 100
  x[, turned] <- 100 - x[, turned]
  x
}

# The effective weight of each statement in a node (they sum to 1), or NULL where the minimum share is not met. From the
# top of the node down, not by adding up children: W_s is the product of the shares of weight along its branch.
weights_in <- function(tree, answered, node, shares) {
  level <- tree$level[tree$id == node]
  if (level == "statement") return(if (answered[node] > 0) setNames(1, node) else NULL)
  children <- tree$id[tree$parent == node]
  below <- lapply(children, function(child) weights_in(tree, answered, child, shares))
  known <- !vapply(below, is.null, TRUE)
  under <- tree$id[tree$level == "statement" & startsWith(tree$id, if (node == "T") "" else node)]
  share <- if (level %in% c("capability", "category")) mean(answered[under] > 0) else mean(known)
  if (!any(known) || share < shares[[level]] - 1e-9) return(NULL)
  w <- tree$weight[match(children[known], tree$id)]
  unlist(Map(function(part, weight) part * weight, below[known], w / sum(w)))
}

score_year <- function(model, answers) {
  tree <- nodes[nodes$model == model, ]
  shares <- models[models$model == model, ]
  x <- scores_of(model, answers)
  answered <- colSums(!is.na(x))
  mean_of <- colMeans(x, na.rm = TRUE)
  rows <- lapply(tree$id, function(node) {
    under <- tree$id[tree$level == "statement" & startsWith(tree$id, if (node == "T") "" else node)]
    m <- sum(rowSums(!is.na(x[, under, drop = FALSE])) > 0)
    W <- weights_in(tree, answered, node, shares)
    if (is.null(W)) return(data.frame(node = node, known = 0, complete = 0, respondents = m, mean = NA, variance = NA, margin = NA))
    used <- names(W)
    stopifnot(abs(sum(W) - 1) < 1e-12, m == sum(rowSums(!is.na(x[, used, drop = FALSE])) > 0))
    # u_i = sum over s of W_s * a_is * (x_is - mean_s) / n_s;  V = m / (m - 1) * sum of u_i^2
    deviation <- sweep(x[, used, drop = FALSE], 2, mean_of[used])
    deviation[is.na(deviation)] <- 0
    u <- deviation %*% (W / answered[used])
    variance <- if (m > 1) m / (m - 1) * sum(u^2) else 0
    data.frame(node = node, known = 1, complete = as.integer(all(answered[under] > 0)), respondents = m,
               mean = sum(W * mean_of[used]), variance = variance, margin = if (m >= 10) qt(0.975, m - 1) * sqrt(variance) else NA)
  })
  result <- do.call(rbind, rows)
  result$level <- tree$level
  result
}

change_between <- function(earlier, later) {
  both <- earlier$known == 1 & later$known == 1
  v1 <- earlier$variance
  v2 <- later$variance
  tested <- both & earlier$respondents >= 10 & later$respondents >= 10 & v1 + v2 > 0
  difference <- ifelse(both, later$mean - earlier$mean, NA)
  t <- ifelse(tested, difference / sqrt(v1 + v2), NA)
  freedom <- ifelse(tested, (v1 + v2)^2 / (v1^2 / (earlier$respondents - 1) + v2^2 / (later$respondents - 1)), NA)
  p <- ifelse(tested, 2 * pt(-abs(t), freedom), NA)
  adjusted <- rep(NA_real_, length(p))
  for (level in levels_of_tree) {
    family <- tested & earlier$level == level
    adjusted[family] <- p.adjust(p[family], "BH")
  }
  data.frame(node = earlier$node, known = as.integer(both), tested = as.integer(tested), difference = difference, t = t, freedom = freedom,
             p = p, adjusted = adjusted, margin = ifelse(tested, qt(0.975, freedom) * sqrt(v1 + v2), NA),
             clear = as.integer(tested & adjusted <= 0.05))
}

# For a statement, all of this is the ordinary mean, its standard error and R's own Welch test.
check_statements <- function(survey, earlier, later, change) {
  x <- scores_of(survey$model, survey$earlier)
  y <- scores_of(survey$model, survey$later)
  for (s in colnames(x)) {
    i <- match(s, earlier$node)
    if (change$tested[i] == 0) next
    own <- t.test(na.omit(y[, s]), na.omit(x[, s]))
    stopifnot(abs(own$p.value - change$p[i]) < 1e-12, abs(own$parameter - change$freedom[i]) < 1e-9,
              abs(earlier$variance[i] - var(x[, s], na.rm = TRUE) / sum(!is.na(x[, s]))) < 1e-9)
  }
}

scores <- data.frame()
changes <- data.frame()
for (survey in surveys) {
  years <- list(earlier = score_year(survey$model, survey$earlier), later = score_year(survey$model, survey$later))
  for (year in names(years)) {
    part <- years[[year]]
    scores <- rbind(scores, data.frame(survey = survey$name, model = survey$model, year = year, node = part$node, known = part$known,
                                       complete = part$complete, respondents = part$respondents, mean = number(part$mean),
                                       variance = number(part$variance), margin = number(part$margin)))
    write_table(as.data.frame(survey[[year]]), sprintf("answers-%s-%s.csv", survey$name, year))
  }
  change <- change_between(years$earlier, years$later)
  check_statements(survey, years$earlier, years$later, change)
  shown <- change
  for (column in c("difference", "t", "freedom", "p", "adjusted", "margin")) shown[[column]] <- number(change[[column]])
  changes <- rbind(changes, cbind(survey = survey$name, shown))
}

# ---- Peers -----------------------------------------------------------------------------------------------------------

lists <- list(one = 37.5, two = c(12.25, 80), five = c(41.3, 55.5, 55.5, 60.125, 72), ties = c(rep(50, 7), 20, 20, 80),
              many = sort(vapply(1:23, function(i) round(draw() * 100, 3), 0)))
quantiles <- data.frame()
ranks <- data.frame()
for (name in names(lists)) {
  values <- sort(lists[[name]])
  for (left_out in c(0, seq_along(values))) {
    others <- if (left_out == 0) values else values[-left_out]
    if (length(others) == 0) next
    for (share in c(0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1))
      quantiles <- rbind(quantiles, data.frame(list = name, left_out = left_out, share = share,
                                               quantile = number(quantile(others, share, type = 7, names = FALSE))))
    for (value in if (left_out == 0) c(0, 50, 55.5, 100) else values[left_out]) {
      equal <- abs(others - value) <= 1e-9
      below <- others < value & !equal
      ranks <- rbind(ranks, data.frame(list = name, left_out = left_out, value = number(value),
                                       rank = number((sum(below) + sum(equal) / 2) / length(others) * 100)))
    }
  }
}

write_table(data.frame(model = models$model, lowest = models$lowest, highest = models$highest, capability = number(models$capability),
                       category = number(models$category), dimension = number(models$dimension), total = number(models$total)), "models.csv")
write_table(nodes, "nodes.csv")
write_table(scores, "scores.csv")
write_table(changes, "changes.csv")
write_table(do.call(rbind, lapply(names(lists), function(n) data.frame(list = n, value = number(sort(lists[[n]]))))), "lists.csv")
write_table(quantiles, "quantiles.csv")
write_table(ranks, "ranks.csv")
