# Definitions for surveys.R: scores, variances and change of one organisation, from base R.

levels_of_tree <- c("total", "dimension", "category", "capability", "statement")

# ---- Scores ----------------------------------------------------------------------------------------------------------

# Scores of answers, 0 to 100, NA where there is no answer.
scores_of <- function(model, answers) {
  scale <- models[models$model == model, ]
  turned <- tree_of(model)$reversed[match(colnames(answers), tree_of(model)$id)] == 1
  steps <- suppressWarnings(matrix(as.numeric(answers), nrow(answers), dimnames = dimnames(answers)))
  steps[, turned] <- scale$highest + scale$lowest - steps[, turned]
  (steps - scale$lowest) / (scale$highest - scale$lowest) * 100
}

under <- function(tree, node) tree$id[tree$level == "statement" & startsWith(tree$id, if (node == "T") "" else node)]

# For each node the effective weights of its statements, summing to 1; NULL where the minimum share is not met.
effective_weights <- function(model, answered) {
  tree <- tree_of(model)
  shares <- models[models$model == model, ]
  weights <- list()
  for (i in rev(seq_len(nrow(tree)))) {
    node <- tree$id[i]
    level <- tree$level[i]
    if (level == "statement") {
      if (answered[[node]] > 0) weights[[node]] <- setNames(1, node)
      next
    }
    children <- tree[tree$parent == node, ]
    known <- children$id %in% names(weights)
    share <- mean(if (level %in% c("capability", "category")) answered[under(tree, node)] > 0 else known)
    if (!any(known) || share < shares[[level]] - 1e-9) next
    part <- children$weight[known] / sum(children$weight[known])
    weights[[node]] <- unlist(unname(Map(function(id, w) weights[[id]] * w, children$id[known], part)))
  }
  weights
}

# The node values of a set of respondents, a row a node. The variance is m * var(u), for the u sum to 0 and so
# m / (m - 1) * sum(u^2) = m * var(u). In a finite population each statement's part of u is times sqrt(1 - n_s / N).
score_people <- function(model, answers, population = NA) {
  tree <- tree_of(model)
  x <- scores_of(model, answers)
  answered <- colSums(!is.na(x))
  weights <- effective_weights(model, answered)
  influence <- sweep(sweep(x, 2, colMeans(x, na.rm = TRUE)), 2, answered, "/")
  influence[is.na(influence)] <- 0
  if (!is.na(population)) influence <- sweep(influence, 2, sqrt(pmax(0, 1 - answered / population)), "*")
  result <- data.frame(node = tree$id, level = tree$level, known = tree$id %in% names(weights), complete = NA,
                       respondents = NA, mean = NA_real_, variance = NA_real_)
  for (i in which(result$known)) {
    W <- weights[[result$node[i]]]
    used <- names(W)
    stopifnot(abs(sum(W) - 1) < 1e-12)
    people <- rowSums(!is.na(x[, used, drop = FALSE])) > 0
    m <- sum(people)
    u <- rowSums(sweep(influence[people, used, drop = FALSE], 2, W, "*"))
    stopifnot(abs(sum(u)) < 1e-9)
    variance <- if (m > 1) m * var(u) else 0
    if (variance < 1e-15) variance <- 0  # everyone answers alike: the noise of binary fractions
    result[i, c("complete", "respondents", "mean", "variance")] <-
      list(as.integer(all(answered[under(tree, result$node[i])] > 0)), m, weighted.mean(colMeans(x, na.rm = TRUE)[used], W), variance)
    if (length(W) == 1 && m > 1 && is.na(population)) stopifnot(abs(variance - var(x[, used], na.rm = TRUE) / m) < 1e-9)
  }
  result
}

# Half the 95 % interval; the survey's limit of ten is the reader's to apply.
margin_of <- function(s) ifelse(s$known & s$respondents > 1, qt(0.975, pmax(s$respondents - 1, 1)) * sqrt(s$variance), NA)

# ---- Change of an organisation ---------------------------------------------------------------------------------------

adjust_by_level <- function(p, level) {
  adjusted <- rep(NA_real_, length(p))
  for (one in levels_of_tree) {
    family <- level == one & !is.na(p)
    adjusted[family] <- p.adjust(p[family], "BH")
  }
  adjusted
}

change_between <- function(earlier, later) {
  both <- earlier$known & later$known
  v <- earlier$variance + later$variance
  tested <- both & earlier$respondents >= 10 & later$respondents >= 10 & v > 0
  tested[is.na(tested)] <- FALSE
  points <- later$mean - earlier$mean
  freedom <- v^2 / (earlier$variance^2 / (earlier$respondents - 1) + later$variance^2 / (later$respondents - 1))
  freedom[!tested] <- NA
  p <- 2 * pt(-abs(points / sqrt(v)), freedom)
  list(points = points, margin = qt(0.975, freedom) * sqrt(v), p = adjust_by_level(p, earlier$level), raw = p, freedom = freedom)
}

# For statements, where the whole population is not known, this is R's own Welch test.
check_statements <- function(model, earlier, later, change) {
  if (!is.na(earlier$population) || !is.na(later$population)) return()
  x <- scores_of(model, earlier$answers)
  y <- scores_of(model, later$answers)
  for (s in colnames(x)) {
    i <- match(s, tree_of(model)$id)
    if (is.na(change$raw[i])) next
    own <- t.test(na.omit(y[, s]), na.omit(x[, s]))
    stopifnot(abs(own$p.value - change$raw[i]) < 1e-10, abs(own$parameter - change$freedom[i]) < 1e-7,
              abs(diff(own$conf.int) / 2 - change$margin[i]) < 1e-7)
  }
}
