package dev.trawl.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The machine's vectors, and the sizes that follow from them. */
final class Lanes {

    /** Constant, as the compiler must see it: a species that it cannot see puts every vector on the heap. */
    static final VectorSpecies<Float> SPECIES = widest();

    /** Floats a vector: 4, 8 or 16. */
    static final int WIDTH = SPECIES.length();

    /** Units a full panel: four vectors. */
    static final int PANEL = 4 * WIDTH;

    /** Sums across lanes run in this many partial sums whatever the vector, and end in the tree of {@link #sum}. */
    static final int LOGICAL = 16;

    private Lanes() {}

    /** The machine's, or what a test asks for: vectors wider than the machine's take the JDK long, and are the same. */
    private static VectorSpecies<Float> widest() {
        int bits = Integer.getInteger("trawl.vector.bits", FloatVector.SPECIES_PREFERRED.vectorBitSize());
        if (bits >= 512) {
            return FloatVector.SPECIES_512;
        }
        return bits == 256 ? FloatVector.SPECIES_256 : FloatVector.SPECIES_128;
    }

    /** The least multiple of {@link #LOGICAL} that holds {@code count}. */
    static int padded(int count) {
        return (count + LOGICAL - 1) / LOGICAL * LOGICAL;
    }

    /** The sum of {@code a[from]} to {@code a[from + 15]}: halves are added until one number is left. */
    static float sum(float[] a, int from) {
        float s0 = (a[from] + a[from + 8]) + (a[from + 4] + a[from + 12]);
        float s1 = (a[from + 1] + a[from + 9]) + (a[from + 5] + a[from + 13]);
        float s2 = (a[from + 2] + a[from + 10]) + (a[from + 6] + a[from + 14]);
        float s3 = (a[from + 3] + a[from + 11]) + (a[from + 7] + a[from + 15]);
        return (s0 + s2) + (s1 + s3);
    }
}
