/** Rows to evaluate on: columns as a reader gives them, and the evaluation set made from them. */
@NullMarked
package io.github.tiercel.data;

import org.jspecify.annotations.NullMarked;
