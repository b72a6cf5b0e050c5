/** What an evaluation found, as plain immutable records: what JSON, tables and reports are made from. */
@NullMarked
package io.github.tiercel.result;

import org.jspecify.annotations.NullMarked;
