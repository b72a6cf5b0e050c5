# Times pROC on a file of labels and scores: the ROC curve with its area, DeLong's interval, and some bootstrap
# replicates of the area.
#
# Usage: proc_loop.R FILE. The file holds little-endian doubles, all labels before all scores. Prints key=value lines;
# seconds of CPU are those of the process. Ends with 3 where pROC is not installed.

if (!suppressMessages(suppressWarnings(require(pROC, quietly = TRUE)))) quit(status = 3)

least_replicates <- 5
least_seconds <- 5

# The median of some runs; the collector is emptied of what came before.
timed <- function(name, runs, work) {
  times <- replicate(runs, {
    gc()
    time <- system.time(work(), gcFirst = FALSE)
    c(time[["user.self"]] + time[["sys.self"]], time[["elapsed"]])
  })
  cat(sprintf("%s.cpu=%.6f\n%s.wall=%.6f\n", name, median(times[1, ]), name, median(times[2, ])))
}

curve <- function() roc(labels, scores, levels = c(0, 1), direction = "<", quiet = TRUE)
bootstrap <- function(count) ci.auc(fitted, method = "bootstrap", boot.n = count, progress = "none")

file <- commandArgs(trailingOnly = TRUE)[1]
numbers <- readBin(file, "double", n = file.size(file) / 8, endian = "little")
rows <- length(numbers) / 2
labels <- numbers[seq_len(rows)]
scores <- numbers[rows + seq_len(rows)]
set.seed(1)
for (warm_up in 1:3) { # R compiles a function when it is called again
  fitted <- curve()
  ci.auc(fitted, method = "delong")
}
trial <- system.time(bootstrap(least_replicates))[["elapsed"]] / least_replicates
replicates <- max(least_replicates, ceiling(least_seconds / trial))

timed("points", 5, curve)
timed("delong", 5, function() ci.auc(fitted, method = "delong"))
timed("replicates", 1, function() bootstrap(replicates))
cat(sprintf("replicates.run=%d\n", as.integer(replicates)))
cat(sprintf("program=pROC %s\n", packageVersion("pROC")))
cat(sprintf("value.roc_auc=%.17g\nvalue.delong_error=%.17g\n", as.numeric(auc(fitted)), sqrt(var(fitted))))
