package dev.trawl.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random streams by name. A stream's seed is 64 bits of the SHA-256 of its name and numbers, so streams of
 * neighbouring seeds have nothing in common, and adding a stream changes no other.
 */
public final class RandomStreams {

    private static final RandomGeneratorFactory<RandomGenerator> XOSHIRO =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus");

    private RandomStreams() {}

    /** The stream called {@code name} of the given numbers. */
    public static RandomGenerator stream(String name, long... numbers) {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer key = ByteBuffer.allocate(nameBytes.length + 1 + Long.BYTES * numbers.length);
        key.put(nameBytes).put((byte) 0);
        for (long number : numbers) {
            key.putLong(number);
        }
        // Seeded by a long: create(byte[]) fills the state with sign bits on JDK 17, and otherwise on later ones.
        return XOSHIRO.create(ByteBuffer.wrap(Sha256.of(key.array())).getLong());
    }

    /** Uniform on [-scale, scale), in steps of scale / 2^23. One draw of 64 bits. */
    public static float symmetric(RandomGenerator random, float scale) {
        return ((random.nextLong() >>> 40) * 0x1p-23f - 1f) * scale;
    }

    /** Shuffles in place (Fisher and Yates), one draw an element. */
    public static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = (int) Math.multiplyHigh(random.nextLong() >>> 1, 2L * (i + 1));
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
