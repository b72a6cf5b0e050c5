package io.github.tiercel.benchmarks.peers;

import java.io.IOException;
import java.util.List;

/** A program that evaluates scores. It reads the file before its clock starts, and computes on one thread. */
interface Peer {

    /**
     * Measures each job that the program can do.
     *
     * @param file labels and scores
     * @param replicates how many bootstrap replicates the whole job has
     * @throws NotInstalledException if the program is not on this machine
     * @throws IOException if the file cannot be read or the program cannot be run
     */
    List<Measurement> measure(DataFile file, int replicates) throws NotInstalledException, IOException;
}
