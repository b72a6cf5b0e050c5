/** Boosters of XGBoost as predictors, and the evaluation of boosting rounds in milliseconds. */
@NullMarked
package io.github.tiercel.xgboost;

import org.jspecify.annotations.NullMarked;
