# Independent calculation of what statistics/ makes of whole surveys, from the definitions and in base R only. R's own
# functions do what they can: var, quantile, weighted.mean, t.test, p.adjust, cor, scale, dist, qt, pt.
# Run in this folder:  Rscript surveys.R
# generate.R makes the surveys, scores.R has the definitions for one organisation. Written are: models.csv, nodes.csv,
# surveys.csv, organisations.csv, units.csv, measurements.csv; for each survey answers-*.csv (a row a respondent) and
# results-*.csv, where a row is one quantity of one organisation (or type) in one year at every node of the model; empty:
# there is none.

source("generate.R")
source("scores.R")

number <- function(x) {
  text <- sub("\\.?0+$", "", sprintf("%.10f", x))
  ifelse(is.na(x), "", ifelse(text == "-0", "0", text))
}
write_table <- function(table, file) write.csv(table, file, row.names = FALSE, quote = FALSE, na = "")
upper_levels <- levels_of_tree[1:3]

# ---- Peers -----------------------------------------------------------------------------------------------------------

percentile_rank <- function(others, own) {
  equal <- abs(others - own) <= 1e-9
  mean(ifelse(equal, 0.5, others < own)) * 100
}

type_7 <- function(values, share) quantile(values, share, type = 7, names = FALSE)

nothing <- c(others = NA_real_, median = NA, lower = NA, upper = NA, rank = NA)

# What `described` and `others` say at one node. Someone else must be there.
describe <- function(described, others, own = NA) {
  if (length(others) == 0) return(replace(nothing, "others", 0))
  c(others = length(others), median = median(described), lower = type_7(described, 0.25), upper = type_7(described, 0.75),
    rank = if (is.na(own)) NA else percentile_rank(others, own))
}

# The k nearest others of each row, by standardised Euclidean distance; of equally near ones the first rows.
nearest_others <- function(points, k) {
  standard <- scale(points)
  standard <- standard[, !is.nan(standard[1, ]), drop = FALSE]
  apart <- if (ncol(standard) == 0) matrix(0, nrow(points), nrow(points)) else as.matrix(dist(standard))
  lapply(seq_len(nrow(points)), function(i) {
    others <- setdiff(seq_len(nrow(points)), i)
    sort(head(others[order(signif(apart[i, others], 9), others)], k))
  })
}

# ---- One survey ------------------------------------------------------------------------------------------------------

results_of <- function(own) {
  tree <- tree_of(own$model)
  statements <- statements_of(own$model)
  organisations <- own$organisation_table
  last <- max(own$measured_years)
  rows <- list()
  add <- function(kind, of, year, detail, quantity, values) {
    stopifnot(length(values) == nrow(tree))
    rows[[length(rows) + 1]] <<- c(kind, of, year, detail, quantity, number(values))
  }
  add_by_node <- function(kind, of, year, detail, table) {  # a row of the table a quantity
    for (quantity in rownames(table)) add(kind, of, year, detail, quantity, table[quantity, ])
  }
  at_nodes <- function(f) sapply(seq_len(nrow(tree)), f)
  # What one organisation sees of the others is stored down to the categories; groups have all nodes.
  at_upper_nodes <- function(f) sapply(seq_len(nrow(tree)), function(node) if (tree$level[node] %in% upper_levels) f(node) else nothing)
  at_statements <- function(values) values[match(tree$id, statements)]

  scored <- lapply(own$measurements, function(m) score_people(own$model, m$answers, m$population))
  # A value counts among others' when enough respondents gave it.
  value_at <- function(s) ifelse(s$known & s$respondents >= own$counted_from, s$mean, NA)
  values <- lapply(scored, value_at)
  measured <- function(codes, year) codes[paste(codes, year) %in% names(scored)]
  values_of <- function(codes, year, node) {
    x <- vapply(measured(codes, year), function(o) values[[paste(o, year)]][node], 0)
    x[!is.na(x)]
  }

  for (m in own$measurements) {
    s <- scored[[paste(m$organisation, m$year)]]
    for (quantity in c("mean", "respondents", "complete")) add("score", m$organisation, m$year, "", quantity, s[[quantity]])
    if (m$year == last) add("score", m$organisation, last, "", "margin", margin_of(s))
    else add("score", m$organisation, m$year, "", "variance", s$variance)
  }
  for (m in own$measurements) {
    before <- paste(m$organisation, m$year - 1)
    if (!before %in% names(scored)) next
    change <- change_between(scored[[before]], scored[[paste(m$organisation, m$year)]])
    check_statements(own$model, own$measurements[[before]], m, change)
    for (quantity in c("points", "margin", "p")) add("change", m$organisation, m$year, m$year - 1, quantity, change[[quantity]])
  }

  # Agreement on steps; of the last year the answers that are none.
  scale <- models[models$model == own$model, ]
  uniform <- ((scale$highest - scale$lowest + 1)^2 - 1) / 12
  for (m in own$measurements[vapply(own$measurements, function(m) m$year == last, TRUE)]) {
    steps <- suppressWarnings(apply(m$answers, 2, as.numeric, simplify = FALSE))
    spread <- vapply(steps, var, 0, na.rm = TRUE)
    # From two answers on there is a spread.
    counted <- function(is) at_statements(ifelse(is.na(spread), NA, colSums(is)))
    add("answers", m$organisation, last, "", "agreement", at_statements(pmax(0, 1 - spread / uniform)))
    add("answers", m$organisation, last, "", "answered", counted(!is.na(suppressWarnings(array(as.numeric(m$answers), dim(m$answers))))))
    add("answers", m$organisation, last, "", "dont_know", counted(m$answers == "dk"))
    add("answers", m$organisation, last, "", "not_applicable", counted(m$answers == "na"))
    add("answers", m$organisation, last, "", "no_answer", counted(m$answers == "none" | m$answers == ""))
  }

  # Groups of peers: everyone's members, and what one organisation sees of the others.
  group_members <- function(definition, type) {
    same <- organisations[organisations$type == type, ]
    if (definition == "all") return(list(same$code))
    if (definition == "listed") return(list(same$code[same$listed == 1]))
    if (own$county_types != "" && own$county_types != type) return(list())
    same <- same[same$county != "", ]
    split(same$code, same$county)
  }
  for (type in unique(organisations$type)) for (definition in c("all", "county", "listed")) {
    groups <- group_members(definition, type)
    for (g in seq_along(groups)) {
      table <- at_nodes(function(node) {
        x <- values_of(groups[[g]], last, node)
        if (length(x) < 2) rep(NA_real_, 4) else c(length(x), median(x), type_7(x, 0.25), type_7(x, 0.75))
      })
      rownames(table) <- c("organisations", "median", "lower", "upper")
      add_by_node("group", type, last, paste0(definition, if (definition == "county") paste0("=", names(groups)[g])), table)
      for (o in groups[[g]]) {
        table <- at_upper_nodes(function(node) {
          everyone <- values_of(groups[[g]], last, node)
          others <- everyone[names(everyone) != o]
          if (length(everyone) < 2) return(replace(nothing, "others", length(others)))  # a group is two
          describe(if (own$leave_out_own == 1) others else everyone, others, everyone[o])
        })
        add_by_node("peers", o, last, definition, if (definition == "listed") table[c("others", "median", "rank"), ] else table)
      }
    }
  }

  # The nearest of each: of its type, measured, with all of the properties.
  for (type in unique(organisations$type)) {
    points <- organisations[organisations$type == type & organisations$code %in% measured(organisations$code, last), ]
    points <- points[rowSums(points[own$nearest_by] == "") == 0, ]
    near <- nearest_others(vapply(points[own$nearest_by], as.numeric, numeric(nrow(points))), own$nearest_count)
    for (i in seq_len(nrow(points))) {
      add_by_node("peers", points$code[i], last, "nearest", at_upper_nodes(function(node) {
        others <- values_of(points$code[near[[i]]], last, node)
        describe(others, others, unname(values[[paste(points$code[i], last)]][node]))
      }))
    }
  }

  # National: means, matched change, correlation, answers.
  for (type in unique(organisations$type)) {
    codes <- organisations$code[organisations$type == type]
    weight <- as.numeric(organisations$weight[match(codes, organisations$code)])
    weight[is.na(weight)] <- 0
    names(weight) <- codes
    for (year in own$measured_years) for (weighted in c(FALSE, TRUE)) {
      table <- at_nodes(function(node) {
        x <- values_of(codes, year, node)
        w <- if (weighted) weight[names(x)] else rep(1, length(x))
        if (sum(w > 0) < 2) c(NA, NA) else c(sum(w > 0), weighted.mean(x[w > 0], w[w > 0]))
      })
      rownames(table) <- c("organisations", "mean")
      add_by_node("national", type, year, if (weighted) "weight" else "", table)
    }
    for (from in own$measured_years) for (to in own$measured_years[own$measured_years > from]) {
      table <- at_nodes(function(node) {
        before <- values_of(codes, from, node)
        after <- values_of(codes, to, node)
        both <- intersect(names(before), names(after))
        if (length(both) < 2) return(rep(NA_real_, 4))
        difference <- after[both] - before[both]
        if (length(both) < 10 || sd(difference) < 1e-8) return(c(length(both), mean(difference), NA, NA))
        test <- t.test(after[both], before[both], paired = TRUE)
        c(length(both), mean(difference), diff(test$conf.int) / 2, test$p.value)
      })
      table[4, ] <- adjust_by_level(table[4, ], tree$level)
      rownames(table) <- c("organisations", "points", "margin", "p")
      add_by_node("national_change", type, to, from, table)
    }
    for (a in which(tree$level %in% c("total", "dimension"))) {
      add("correlation", type, last, tree$id[a], "rho", at_nodes(function(b) {
        x <- values_of(codes, last, a)
        y <- values_of(codes, last, b)
        both <- intersect(names(x), names(y))
        if (length(both) < 2) return(NA)
        suppressWarnings(cor(round(x[both], 9), round(y[both], 9), method = "spearman"))
      }))
    }
    for (step in scale$lowest:scale$highest) {
      counts <- vapply(statements, function(s) {
        counted <- names(values_of(codes, last, match(s, tree$id)))
        if (length(counted) < 2) return(NA_real_)
        sum(vapply(counted, function(o) sum(own$measurements[[paste(o, last)]]$answers[, s] == step), 0))
      }, 0)
      add("national_answers", type, last, "", step, at_statements(counts))
    }
  }
  unit_rows(own, last, at_nodes, at_upper_nodes, add, add_by_node, value_at)

  table <- as.data.frame(do.call(rbind, rows))
  names(table) <- c("kind", "of", "year", "detail", "quantity", tree$id)
  table
}

# Units beside those of their kind in other organisations. Nobody knows the population of a unit.
unit_rows <- function(own, last, at_nodes, at_upper_nodes, add, add_by_node, value_at) {
  if (nrow(own$unit_table) == 0) return()
  organisations <- own$organisation_table
  current <- own$measurements[vapply(own$measurements, function(m) m$year == last, TRUE)]
  of_units <- function(m, units) score_people(own$model, m$answers[m$unit %in% units, , drop = FALSE])
  units_in <- function(m, kind) with(own$unit_table, intersect(id[organisation == m$organisation & unit_type == kind], m$unit))
  # By kind of unit: for each organisation all of its units of that kind together.
  kinds <- list()
  for (kind in setdiff(unique(own$unit_table$unit_type), "")) {
    having <- current[vapply(current, function(m) length(units_in(m, kind)) > 0, TRUE)]
    kinds[[kind]] <- lapply(having, function(m) value_at(of_units(m, units_in(m, kind))))
    names(kinds[[kind]]) <- vapply(having, function(m) m$organisation, "")
  }
  together <- function(kind, type, node) {
    x <- vapply(kinds[[kind]], function(v) v[node], 0)
    x[!is.na(x) & organisations$type[match(names(x), organisations$code)] == type]
  }
  for (type in unique(organisations$type)) for (kind in names(kinds)) {
    table <- at_nodes(function(node) {
      x <- together(kind, type, node)
      if (length(x) < 2) rep(NA_real_, 4) else c(length(x), median(x), type_7(x, 0.25), type_7(x, 0.75))
    })
    rownames(table) <- c("organisations", "median", "lower", "upper")
    add_by_node("unit_type", type, last, kind, table)
  }
  for (m in current) for (unit in sort(setdiff(unique(m$unit), ""))) {
    s <- of_units(m, unit)
    for (quantity in c("mean", "respondents")) add("unit", m$organisation, last, unit, quantity, s[[quantity]])
    add("unit", m$organisation, last, unit, "margin", ifelse(s$level %in% upper_levels, margin_of(s), NA))
    kind <- with(own$unit_table, unit_type[organisation == m$organisation & id == unit])
    if (kind == "") next
    type <- organisations$type[organisations$code == m$organisation]
    add_by_node("unit_peers", m$organisation, last, unit, at_upper_nodes(function(node) {
      everyone <- together(kind, type, node)
      others <- everyone[names(everyone) != m$organisation]
      describe(if (own$leave_out_own == 1) others else everyone, others, value_at(s)[node])
    }))
  }
}

# ---- Files -----------------------------------------------------------------------------------------------------------

surveys <- lapply(settings, make_survey)
for (own in surveys) {
  answers <- lapply(own$measurements, function(m) data.frame(organisation = m$organisation, year = m$year, unit = m$unit, m$answers))
  write_table(do.call(rbind, unname(answers)), sprintf("answers-%s.csv", own$name))
  write_table(results_of(own), sprintf("results-%s.csv", own$name))
}
all_of <- function(part) do.call(rbind, unname(lapply(surveys, function(own) {
  table <- part(own)
  if (nrow(table) == 0) NULL else cbind(survey = own$name, table)
})))
write_table(all_of(function(own) own$organisation_table), "organisations.csv")
write_table(all_of(function(own) own$unit_table), "units.csv")
write_table(all_of(function(own) do.call(rbind, unname(lapply(own$measurements, function(m)
  data.frame(organisation = m$organisation, year = m$year, population = m$population))))), "measurements.csv")
write_table(all_of(function(own) data.frame(model = own$model, counted_from = own$counted_from, leave_out_own = own$leave_out_own,
  nearest_count = own$nearest_count, nearest_by = paste(own$nearest_by, collapse = " "), county_types = own$county_types)), "surveys.csv")
write_table(nodes, "nodes.csv")
write_table(data.frame(models[c("model", "lowest", "highest")], capability = number(models$capability), category = number(models$category),
                       dimension = number(models$dimension), total = number(models$total)), "models.csv")
