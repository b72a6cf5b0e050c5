/** The model that the demo trains: flights, what it reads of them, how it learns. */
@NullMarked
package io.github.tiercel.cli.demo;

import org.jspecify.annotations.NullMarked;
