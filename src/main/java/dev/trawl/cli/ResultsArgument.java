package dev.trawl.cli;

import dev.trawl.spark.Sessions;
import dev.trawl.store.ResultStore;
import dev.trawl.sweep.Sweep;
import picocli.CommandLine.Parameters;

/** Which results: a directory that a run made. */
final class ResultsArgument {

    @Parameters(index = "0", paramLabel = "DIR", description = "The results: what `trawl run` printed, or its --out.")
    private String directory = "";

    String directory() {
        return directory;
    }

    /** The results, which must be there. */
    ResultStore store() {
        if (directory.isBlank()) {
            throw Fault.usage("DIR is empty: expected the path of results");
        }
        ResultStore store = ResultStore.at(directory, Sessions.hadoop());
        if (store.plan().isEmpty()) {
            store.scan().requireSound(directory);
            throw Fault.usage(directory + ": there are no results of Trawl's here (no plan.json)");
        }
        return store;
    }

    /** The sweep whose results these are. */
    Sweep sweep(ResultStore store) {
        return store.plan().orElseThrow().read(directory);
    }
}
