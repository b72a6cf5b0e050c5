package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.packed.PackedSet;
import java.nio.file.Path;

/** Packs in a process of its own, orders on disk if told so, and says when it has begun and what came of it. */
final class PackingChild {

    private PackingChild() {}

    public static void main(String[] args) {
        System.out.println("begun");
        OrderLimits limits = args[2].equals("disk") ? new OrderLimits(0, 4096) : OrderLimits.DEFAULT;
        PackedSet set = DuckDbPacker.of(Path.of(args[0]), ColumnRoles.label("y"))
                .orderLimits(limits)
                .pack(Path.of(args[1]), (rows, all) -> System.out.println(100 * rows / all));
        System.out.println("packed " + set.rows());
    }
}
