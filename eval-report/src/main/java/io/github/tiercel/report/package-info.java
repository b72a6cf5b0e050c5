/**
 * Results for readers: {@link io.github.tiercel.report.ResultJson} for programs,
 * {@link io.github.tiercel.report.ResultTable} and {@link io.github.tiercel.report.EpochLine} for terminals, and
 * {@link io.github.tiercel.report.ResultHtml} for browsers. Nothing here computes a metric.
 */
@NullMarked
package io.github.tiercel.report;

import org.jspecify.annotations.NullMarked;
