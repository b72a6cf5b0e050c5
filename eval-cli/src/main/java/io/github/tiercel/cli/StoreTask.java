package io.github.tiercel.cli;

import io.github.tiercel.data.DataException;
import io.github.tiercel.duckdb.PackedSets;
import io.github.tiercel.packed.PackedCatalog;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoreException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What is done with a store that is there. To these commands a store is data: bad or missing if it cannot be read. */
abstract class StoreTask implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Mixin
    private final StoreOptions store = new StoreOptions();

    @Override
    public Integer call() {
        check();
        try {
            return run(StoreCatalog.open(store.folder(System.getenv())));
        } catch (StoreException e) {
            throw new DataException(e.code(), String.valueOf(e.getMessage()), e);
        }
    }

    /** {@return the packed sets that evaluations have left beside the store} */
    PackedCatalog sets() {
        return PackedSets.beside(store.folder(System.getenv())).catalog();
    }

    /** Refuses what needs no store to be seen. */
    void check() {}

    /** {@return the exit code} */
    abstract int run(StoreCatalog catalog);

    void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text.endsWith("\n") ? text : text + System.lineSeparator());
        if (out.checkError()) {
            throw OutputException.ofStdout("");
        }
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
