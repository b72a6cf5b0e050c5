/**
 * Results for readers: {@link io.github.tiercel.report.ResultJson} for programs and
 * {@link io.github.tiercel.report.ResultTable} for terminals. Nothing here computes a metric.
 */
@NullMarked
package io.github.tiercel.report;

import org.jspecify.annotations.NullMarked;
