package dev.trawl.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The most that the core can do: multiply-adds on registers, 16 sums at a time, nothing loaded. */
final class Peak implements Contestant {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int SUMS = 16;
    private static final int TURNS = 1_000_000;

    private float sink;

    static double flopsAnEpoch() {
        return 2.0 * SUMS * SPECIES.length() * TURNS;
    }

    @Override
    public void epoch() {
        sink += run(FloatVector.broadcast(SPECIES, 1.0000001f), FloatVector.broadcast(SPECIES, 1e-9f));
        if (sink == 42) {
            throw new IllegalStateException("the loop must not be optimised away");
        }
    }

    private static float run(FloatVector a, FloatVector b) {
        FloatVector c0 = b.add(0f);
        FloatVector c1 = b.add(1f);
        FloatVector c2 = b.add(2f);
        FloatVector c3 = b.add(3f);
        FloatVector c4 = b.add(4f);
        FloatVector c5 = b.add(5f);
        FloatVector c6 = b.add(6f);
        FloatVector c7 = b.add(7f);
        FloatVector c8 = b.add(8f);
        FloatVector c9 = b.add(9f);
        FloatVector c10 = b.add(10f);
        FloatVector c11 = b.add(11f);
        FloatVector c12 = b.add(12f);
        FloatVector c13 = b.add(13f);
        FloatVector c14 = b.add(14f);
        FloatVector c15 = b.add(15f);
        for (int turn = 0; turn < TURNS; turn++) {
            c0 = a.fma(b, c0);
            c1 = a.fma(b, c1);
            c2 = a.fma(b, c2);
            c3 = a.fma(b, c3);
            c4 = a.fma(b, c4);
            c5 = a.fma(b, c5);
            c6 = a.fma(b, c6);
            c7 = a.fma(b, c7);
            c8 = a.fma(b, c8);
            c9 = a.fma(b, c9);
            c10 = a.fma(b, c10);
            c11 = a.fma(b, c11);
            c12 = a.fma(b, c12);
            c13 = a.fma(b, c13);
            c14 = a.fma(b, c14);
            c15 = a.fma(b, c15);
        }
        c0 = c0.add(c1);
        c0 = c0.add(c2);
        c0 = c0.add(c3);
        c0 = c0.add(c4);
        c0 = c0.add(c5);
        c0 = c0.add(c6);
        c0 = c0.add(c7);
        c0 = c0.add(c8);
        c0 = c0.add(c9);
        c0 = c0.add(c10);
        c0 = c0.add(c11);
        c0 = c0.add(c12);
        c0 = c0.add(c13);
        c0 = c0.add(c14);
        c0 = c0.add(c15);
        return c0.lane(0);
    }
}
