# Writes the data sets of the survival tests and what R's survival package computes of them, as JSON.
#
# usage: Rscript survival.R | survival.py > survival.json
#
# R 4.2.2, survival 3.5-3. Curves: survfit(Surv(time, event) ~ 1, weights, conf.type), whose std.err is that of log S;
# medians and quartiles: quantile(); restricted means: survmean(rmean); tests: survdiff(rho), with strata(). R would make
# one of times that differ by 1.5e-8 of their mean: timefix = FALSE for curves, and tests of the times' ranks.
suppressMessages(library(survival))
set.seed(20260131)

sets <- list(
  lung = data.frame(time = lung$time, event = lung$status == 2, group = lung$sex, stratum = lung$ph.ecog),
  veteran = data.frame(time = veteran$time, event = veteran$status == 1, group = as.integer(veteran$celltype), stratum = veteran$prior),
  aml = data.frame(time = aml$time, event = aml$status == 1, group = as.integer(aml$x)),
  ties = data.frame(
    time = c(0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 0, 1, 2, 2, 3, 3, 4, 5, 5),
    event = c(0, 1, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0) == 1,
    group = rep(c(1, 2), c(12, 9))),
  gaps = data.frame(
    time = c(2.5, NA, 4, 1.5, 7, 3.25, 6, 5.5, NA, 2), event = c(1, 1, NA, 0, 1, 1, 0, 1, 0, 1) == 1,
    group = c(1, 1, 1, 1, 1, 2, 2, 2, 2, 2)),
  censored = data.frame(time = c(3, 5, 5, 8), event = FALSE, group = c(1, 1, 2, 2)),
  one = data.frame(time = 4.5, event = TRUE, group = 1),
  halves = data.frame(time = c(1, 2, 3, 4), event = TRUE, group = 1),
  late = data.frame(
    time = 1e9 + c(0.25, 0.5, 0.5, 0.75, 1, 1.5, 0.125, 0.5, 0.625, 2), event = c(1, 1, 0, 1, 1, 0, 1, 0, 1, 1) == 1,
    group = rep(1:2, c(6, 4))),
  weights = data.frame(
    time = round(rexp(60, 0.1), 1), event = runif(60) < 0.6, group = rep(1:3, 20), weight = rpois(60, 2)),
  many = data.frame(
    time = round(c(rexp(200, 0.1), rexp(200, 0.13)), 1), event = runif(400) < 0.7, group = rep(1:2, each = 200)))

digits <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", as.numeric(x)))
array <- function(x) paste0("[", paste(digits(x), collapse = ","), "]")
object <- function(x) paste0("{", paste0("\"", names(x), "\":", unlist(x), collapse = ",\n"), "}")

lists <- list()
curves <- list()
tests <- list()
for (name in names(sets)) {
  d <- sets[[name]]
  for (column in names(d)) lists[[paste(name, column)]] <- array(d[[column]])
  if (is.null(d$weight)) d$weight <- 1
  kept <- d[!is.na(d$time) & !is.na(d$event) & d$weight > 0, ]
  for (g in unique(kept$group)) {
    part <- kept[kept$group == g, ]
    case <- paste0(name, "/", g)
    values <- list(n = digits(sum(part$weight)), events = digits(sum(part$weight[part$event])))
    horizon <- max(part$time) * 0.8
    for (kind in c("log-log", "log", "plain")) {
      fit <- survfit(Surv(time, event) ~ 1, data = part, weights = weight, conf.type = kind, timefix = FALSE)
      lists[[paste(case, kind, "low")]] <- array(fit$lower)
      lists[[paste(case, kind, "high")]] <- array(fit$upper)
      q <- quantile(fit, c(0.25, 0.5, 0.75))
      for (i in 1:3) {
        share <- c("25", "50", "75")[i]
        values[[paste(kind, share)]] <- digits(q$quantile[i])
        values[[paste(kind, share, "low")]] <- digits(q$lower[i])
        values[[paste(kind, share, "high")]] <- digits(q$upper[i])
      }
    }
    lists[[paste(case, "time")]] <- array(fit$time)
    lists[[paste(case, "at_risk")]] <- array(fit$n.risk)
    lists[[paste(case, "events")]] <- array(fit$n.event)
    lists[[paste(case, "censored")]] <- array(fit$n.censor)
    lists[[paste(case, "survival")]] <- array(fit$surv)
    lists[[paste(case, "std_error")]] <- array(fit$surv * fit$std.err)
    table <- survival:::survmean(fit, rmean = horizon)$matrix
    values$horizon <- digits(horizon)
    values$rmst <- digits(table[["rmean"]])
    values[["rmst std_error"]] <- digits(table[["se(rmean)"]])
    curves[[case]] <- object(values)
  }
  if (length(unique(kept$group)) < 2 || sum(kept$event) == 0) next
  rows <- kept[rep(seq_len(nrow(kept)), kept$weight), ]
  rows$time <- match(rows$time, sort(unique(rows$time)))
  add <- function(case, test) {
    e <- if (is.matrix(test$exp)) rowSums(test$exp) else test$exp
    values <- list(chisq = digits(test$chisq), df = digits(length(test$n) - 1))
    for (i in seq_along(e)) values[[paste("expected", i - 1)]] <- digits(e[i])
    object(values)
  }
  tests[[paste(name, "log_rank")]] <- add(name, survdiff(Surv(time, event) ~ group, data = rows))
  tests[[paste(name, "peto_peto")]] <- add(name, survdiff(Surv(time, event) ~ group, data = rows, rho = 1))
  if (!is.null(d$stratum)) {
    tests[[paste(name, "stratified")]] <- add(name, survdiff(Surv(time, event) ~ group + strata(stratum), data = rows))
  }
}
cat("{\"sets\":", object(lists), ",\n\"pairs\":{},\"groups\":{},\"tables\":{},\"p\":{},\n\"expected\":{\"kaplan_meier\":",
  object(curves), ",\n\"log_rank\":", object(tests), "}}\n", sep = "")
