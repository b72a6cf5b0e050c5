/**
 * Where sorting happens, on plain arrays: {@link io.github.tiercel.metrics.sort.ScoreCounts} for all that needs the
 * labels at each distinct score and no rows, {@link io.github.tiercel.metrics.sort.RowOrder} where results belong to
 * rows.
 */
@NullMarked
package io.github.tiercel.metrics.sort;

import org.jspecify.annotations.NullMarked;
