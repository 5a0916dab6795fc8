package dev.trawl.report;

import dev.trawl.sweep.SweepFile;
import dev.trawl.sweep.SweepFileException;

/** A program of a user's that sweeps for longer than a test waits, into the directory it is given. */
final class LongProgram {

    private LongProgram() {}

    public static void main(String[] arguments) throws SweepFileException {
        Results.run(SweepFile.read("""
                {"name": "long", "grids": [{"data": "xor", "k": 2, "p": 3, "n": 100, "test": 10, "hidden": 4,
                 "epochs": {"dense": 1000}, "seed": "1..10000000"}]}"""), arguments[0]);
    }
}
