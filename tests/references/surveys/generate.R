# The generated surveys: models, organisations, units, respondents and answers with every kind of hole. surveys.R runs
# this; nothing here computes a result.

# A generator of our own (Park and Miller), so that every version of R makes the same surveys.
state <- 18690215
draw <- function() {
  state <<- (state * 16807) %% 2147483647
  state / 2147483647
}
between <- function(least, most) least + floor(draw() * (most - least + 1))
one_of <- function(values) values[between(1, length(values))]

# ---- Models: dimensions of categories of capabilities, given by how many statements a capability has -----------------

shapes <- list(plain = list(list(c(2, 1), 2), list(c(1, 2), 2)),
               weighted = list(list(2, 3, c(1, 1)), list(2, 2)),
               seven = list(list(c(3, 1)), list(2, c(2, 1)), list(2)),
               binary = list(list(1, 1), list(2, 1)),
               uneven = list(list(4, 1, c(1, 2)), list(1, 1, 1)))
models <- data.frame(model = names(shapes), lowest = c(1, 0, 1, 0, 0), highest = c(5, 4, 7, 1, 9),
                     weighted = c(FALSE, TRUE, TRUE, FALSE, TRUE), reversed = c(0, 0.3, 0.5, 0.25, 0.2),
                     capability = c(0.5, 0.5, 0.6, 0.5, 0.75), category = c(0.5, 0.5, 0.4, 0.5, 0.5),
                     dimension = c(2 / 3, 2 / 3, 0.5, 0.5, 1 / 3), total = c(1, 1, 0.5, 1, 0.5))

make_tree <- function(model) {
  tree <- data.frame()
  settings <- models[models$model == model, ]
  add <- function(id, level, parent) {
    weight <- if (settings$weighted && level != "total") one_of(c(0.5, 1, 1.5, 2, 3)) else 1
    reversed <- level == "statement" && draw() < settings$reversed
    tree <<- rbind(tree, data.frame(model = model, id = id, level = level, parent = parent, weight = weight, reversed = as.integer(reversed)))
    id
  }
  top <- add("T", "total", "")
  for (d in seq_along(shapes[[model]])) {
    dimension <- add(paste0("D", d), "dimension", top)
    for (c in seq_along(shapes[[model]][[d]])) {
      category <- add(paste0(dimension, "C", c), "category", dimension)
      for (k in seq_along(shapes[[model]][[d]][[c]])) {
        capability <- add(paste0(category, "K", k), "capability", category)
        for (s in seq_len(shapes[[model]][[d]][[c]][k])) add(paste0(capability, "S", s), "statement", capability)
      }
    }
  }
  tree
}

nodes <- do.call(rbind, lapply(models$model, make_tree))
tree_of <- function(model) nodes[nodes$model == model, ]
statements_of <- function(model) nodes$id[nodes$model == model & nodes$level == "statement"]

# ---- Settings: what is special about each survey ---------------------------------------------------------------------

survey <- function(name, model, ...) {
  usual <- list(name = name, model = model, organisations = 12, years = 2, least = 8, most = 16, types = "k",
                answer_holes = 0.08,   # share of answers: none, "don't know", "not applicable", not asked
                silent_statements = 0, # share of an organisation's statements that nobody answers
                silent_branches = 0,   # share of organisation-years where a whole capability, category or dimension is
                absent = 0,            # share of organisation-years that are not there
                silent_people = 0,     # share of respondents without a single answer
                alone = 0,             # share of statements that one respondent of the organisation answers
                alike = 0,             # share of organisation-years where everyone answers alike
                constant = character(),# statements that everyone everywhere answers alike
                steps = Inf,           # answers take so many of the steps
                populations = 0,       # share of organisation-years with a finite population
                units = 0, untyped = 0, without_unit = 0,
                missing_properties = 0, places = 50, nearest_count = 5, nearest_by = c("employees", "inhabitants"),
                zero_weights = 0, counted_from = 5, leave_out_own = 1, county_types = "")
  utils::modifyList(usual, list(...))
}

settings <- list(
  survey("whole", "plain", answer_holes = 0, least = 10, most = 18),
  survey("holes", "weighted", answer_holes = 0.25),
  survey("thin", "uneven", answer_holes = 0.6, least = 4, most = 14, counted_from = 3),
  survey("silent-statements", "seven", silent_statements = 0.2),
  survey("silent-branches", "weighted", silent_branches = 0.6),
  survey("missing-years", "plain", years = 3, absent = 0.3, organisations = 14, least = 6, most = 14),
  survey("tiny", "seven", least = 1, most = 7, counted_from = 1, organisations = 10, units = 2),
  survey("alike", "plain", alike = 0.5, answer_holes = 0.1, organisations = 10),
  survey("constant", "uneven", constant = c("D1C1K1S1", "D1C2K1S1", "D2C3K1S1"), organisations = 10),
  survey("ties", "binary", least = 4, most = 6, answer_holes = 0.05, counted_from = 3, organisations = 20),
  survey("populations", "weighted", populations = 0.7, least = 9, most = 20, organisations = 11),
  survey("units", "seven", units = 3, least = 15, most = 30, organisations = 8),
  survey("untyped-units", "plain", units = 4, untyped = 0.3, without_unit = 0.2, least = 14, most = 32, organisations = 9, counted_from = 2),
  survey("two-types", "plain", types = c("k", "r"), organisations = 20, county_types = "k", least = 7, most = 12),
  survey("weights", "weighted", zero_weights = 0.2, missing_properties = 0.2, organisations = 12),
  survey("own-counted", "seven", leave_out_own = 0, organisations = 12, least = 5, most = 14),
  survey("near-ties", "binary", places = 3, missing_properties = 0.1, organisations = 16, nearest_count = 6, least = 5, most = 10),
  survey("one-place", "plain", places = 1, nearest_by = c("employees", "inhabitants", "area"), nearest_count = 4, organisations = 10),
  survey("silent-people", "uneven", silent_people = 0.25, alone = 0.15, answer_holes = 0.15, organisations = 11),
  survey("few-steps", "seven", steps = 2, answer_holes = 0, least = 5, most = 8, organisations = 10),
  survey("large", "plain", organisations = 25, least = 10, most = 14, answer_holes = 0.02, nearest_by = "employees", nearest_count = 12),
  survey("forty", "weighted", organisations = 8, least = 22, most = 40, answer_holes = 0.1, populations = 0.3, units = 3),
  survey("everything", "weighted", types = c("k", "r"), organisations = 16, years = 3, least = 4, most = 18, answer_holes = 0.2,
         silent_statements = 0.06, silent_branches = 0.15, absent = 0.15, silent_people = 0.08, alone = 0.05, alike = 0.1,
         constant = "D1C2K1S2", populations = 0.3, units = 2, untyped = 0.2, without_unit = 0.1, missing_properties = 0.15,
         zero_weights = 0.1, county_types = "k", places = 8),
  survey("everything-again", "seven", organisations = 16, least = 4, most = 22, answer_holes = 0.3, silent_statements = 0.08,
         silent_branches = 0.1, absent = 0.1, silent_people = 0.1, alone = 0.05, alike = 0.15, constant = "D2C1K1S1",
         populations = 0.4, units = 3, untyped = 0.3, without_unit = 0.2, missing_properties = 0.1, zero_weights = 0.1,
         leave_out_own = 0, counted_from = 4, places = 6))
names(settings) <- vapply(settings, function(s) s$name, "")

# ---- Organisations, units and answers --------------------------------------------------------------------------------

# A place is one of few, so that organisations are equally near.
make_organisations <- function(own) {
  property <- function(values) if (draw() < own$missing_properties) "" else as.character(one_of(values))
  places <- seq_len(own$places) * 40
  do.call(rbind, lapply(seq_len(own$organisations), function(o) data.frame(
    code = as.character(1000 + o), type = one_of(own$types), county = property(c("east", "north", "west")), listed = as.integer(draw() < 0.6),
    employees = property(places + 7), inhabitants = property(places * 3 + 1), area = property(100),
    weight = if (draw() < own$zero_weights) one_of(c("", "0")) else as.character(between(3, 400) / 4))))
}

make_units <- function(own, organisations) {
  if (own$units == 0) return(data.frame(organisation = character(), id = character(), unit_type = character()))
  do.call(rbind, lapply(organisations$code, function(code) data.frame(
    organisation = code, id = paste0("u", seq_len(own$units)),
    unit_type = vapply(seq_len(own$units), function(u) if (draw() < own$untyped) "" else one_of(c("care", "school")), ""))))
}

# One organisation in one year: a row a respondent, a step or the reason why there is none; "" was not asked.
make_measurement <- function(own, level, units) {
  scale <- models[models$model == own$model, ]
  statements <- statements_of(own$model)
  m <- between(own$least, own$most)
  span <- scale$highest - scale$lowest
  step_of <- function(share) {
    steps <- min(own$steps, span + 1) - 1
    as.character(scale$lowest + round(round(min(1, max(0, share)) * steps) / steps * span))
  }
  alike <- draw() < own$alike
  common <- vapply(statements, function(s) step_of(level + 0.8 * (draw() - 0.5)), "")
  answers <- matrix("", m, length(statements), dimnames = list(NULL, statements))
  unit <- character(m)
  for (r in seq_len(m)) {
    person <- 0.3 * (draw() - 0.5)
    if (length(units) > 0 && draw() >= own$without_unit) unit[r] <- one_of(units)
    for (s in statements) {
      step <- if (alike) common[[s]] else step_of(level + person + 0.9 * (draw() - 0.5))
      answers[r, s] <- if (draw() < own$answer_holes) one_of(c("none", "dk", "na", "")) else step
    }
    if (draw() < own$silent_people) answers[r, ] <- one_of(c("none", "dk"))
  }
  for (s in statements) {
    if (draw() < own$silent_statements) answers[, s] <- one_of(c("none", "dk", "na", ""))
    if (draw() < own$alone) answers[-between(1, m), s] <- "na"
    if (s %in% own$constant) answers[answers[, s] != "", s] <- as.character(scale$highest - 1)
  }
  if (draw() < own$silent_branches) answers[, startsWith(statements, substr(one_of(statements), 1, one_of(c(2, 4, 6))))] <- "dk"
  population <- if (draw() < own$populations) m + one_of(c(-1, 0, 1, 5, 5, 20, 20, 100)) else NA
  list(answers = answers, unit = unit, population = population)
}

make_survey <- function(own) {
  organisations <- make_organisations(own)
  units <- make_units(own, organisations)
  years <- 2025 - own$years + seq_len(own$years)
  measurements <- list()
  for (o in organisations$code) {
    level <- 0.3 + 0.35 * draw()
    for (year in years) {
      level <- level + 0.16 * (draw() - 0.35)
      if (draw() < own$absent) next
      made <- make_measurement(own, level, units$id[units$organisation == o])
      measurements[[paste(o, year)]] <- c(list(organisation = o, year = year), made)
    }
  }
  c(own, list(organisation_table = organisations, unit_table = units, measurements = measurements, measured_years = years))
}
