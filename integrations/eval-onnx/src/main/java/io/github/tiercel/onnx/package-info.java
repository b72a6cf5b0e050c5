/** Models in ONNX files as predictors of rows of columns, run by ONNX Runtime. */
@NullMarked
package io.github.tiercel.onnx;

import org.jspecify.annotations.NullMarked;
