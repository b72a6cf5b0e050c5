# What pROC gives for each case of a file, under the names that Tiercel uses.
#
# Run in a folder with a file binary.cases: Rscript proc.R binary. The files are those of scikit_learn.py: binary.values
# receives a state (0 value, 1 error, 2 nothing) and a number for each case and name, binary.names the names. pROC takes no
# weights, so weighted cases have nothing. Exit code 3: pROC is not installed.

if (!requireNamespace("pROC", quietly = TRUE)) {
  cat("R has no pROC\n")
  quit(status = 3)
}
suppressMessages(library(pROC))
cat(R.version.string, ", pROC ", as.character(packageVersion("pROC")), "\n", sep = "")

area <- function(curve, ends, focus, correct) {
  as.numeric(auc(curve, partial.auc = ends, partial.auc.focus = focus, partial.auc.correct = correct))
}

measures <- list(
  "roc_auc" = function(curve) as.numeric(auc(curve)),
  "roc_auc variance" = function(curve) var(curve, method = "delong"),
  "partial_auc_0.1" = function(curve) area(curve, c(1, 0.9), "sp", TRUE),
  "partial_auc_raw_0.1" = function(curve) area(curve, c(1, 0.9), "sp", FALSE),
  "partial_auc_sens_0.9" = function(curve) area(curve, c(1, 0.9), "se", TRUE),
  "partial_auc_sens_raw_0.9" = function(curve) area(curve, c(1, 0.9), "se", FALSE)
)

attempt <- function(measure, curve) {
  number <- tryCatch(suppressWarnings(measure(curve)), error = function(e) NULL)
  if (is.null(number)) c(1, NaN) else c(0, ifelse(is.na(number), NaN, number))
}

answers <- function(labels, scores) {
  curve <- tryCatch(
    roc(labels, scores, levels = c(0, 1), direction = "<", quiet = TRUE),
    error = function(e) NULL
  )
  if (is.null(curve)) rep(c(1, NaN), length(measures)) else sapply(measures, attempt, curve)
}

nothing <- rep(c(2, NaN), length(measures))
for (task in commandArgs(trailingOnly = TRUE)) {
  cases <- paste0(task, ".cases")
  numbers <- readBin(cases, "double", n = file.size(cases) / 8, endian = "little")
  values <- c()
  at <- 1
  while (at < length(numbers)) {
    rows <- numbers[at]
    columns <- numbers[at + 1]
    labels <- numbers[at + 2 + seq_len(rows)]
    scores <- numbers[at + 2 + rows + seq_len(rows)]
    values <- c(values, if (numbers[at + 2] == 1) nothing else answers(labels, scores))
    at <- at + 3 + rows * columns
  }
  writeBin(as.numeric(values), paste0(task, ".values"), endian = "little")
  writeLines(names(measures), paste0(task, ".names"))
}
