package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import java.util.Optional;

/**
 * What the first pass finds out.
 *
 * @param roles which column is what, with the task, the classes and the positive label
 * @param rows how many rows are packed
 * @param dropped how many rows of the source are left out
 * @param strata the strata; empty where groups are drawn whole
 * @param planned tells where each row belongs
 */
record PackedPlan(ColumnRoles roles, int rows, int dropped, Optional<PlannedStrata> strata, PlannedRows planned) {}
