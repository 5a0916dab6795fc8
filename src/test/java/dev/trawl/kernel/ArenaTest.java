package dev.trawl.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sun.misc.Unsafe;

class ArenaTest {

    private static Unsafe unsafe;

    @BeforeAll
    static void peek() throws ReflectiveOperationException {
        Field field = Unsafe.class.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        unsafe = (Unsafe) field.get(null);
    }

    @Test
    void stretchesDoNotOverlapAndHoldZeros() {
        Arena arena = new Arena();
        for (int round = 0; round < 2; round++) {
            arena.clear();
            int first = arena.take(5);
            int second = arena.take(0);
            int third = arena.take(17);
            int end = arena.take(0);
            arena.fit();
            assertThat(first).isGreaterThanOrEqualTo(Arena.ZEROS + Lanes.PANEL);
            assertThat(second).isGreaterThanOrEqualTo(first + 5);
            assertThat(third).isEqualTo(second);
            assertThat(end).isGreaterThanOrEqualTo(third + 17);
            for (int i = Arena.ZEROS; i < end; i++) {
                assertThat(arena.memory()[i]).isZero();
            }
            Arrays.fill(arena.memory(), first, end, 1f);
        }
    }

    @Test
    void stretchesBeginWithALineOfTheCacheUnderG1() {
        assumeThat(ManagementFactory.getGarbageCollectorMXBeans())
                .as("the collector")
                .extracting(GarbageCollectorMXBean::getName)
                .anyMatch(name -> name.startsWith("G1"));
        assertThat(unsafe.arrayBaseOffset(float[].class)).as("a header").isEqualTo(16);
        for (int size : new int[] {1, 1000, 3_000_000}) {
            Arena arena = new Arena();
            arena.clear();
            arena.take(size);
            int at = arena.take(size);
            arena.fit();
            for (int collection = 0; collection < 2; collection++) {
                long address = address(arena.memory()) + 16 + 4L * at;
                assertThat(address % 64)
                        .as("the second of " + size + " after " + collection + " collections")
                        .isZero();
                assertThat((address(arena.memory()) + 16 + 4L * Arena.ZEROS) % 64)
                        .isZero();
                System.gc();
            }
        }
    }

    /** Or an eighth of it, as references of four bytes have it: of a region's begin both are whole lines. */
    private static long address(float[] array) {
        Object[] reference = {array};
        long at = unsafe.arrayBaseOffset(Object[].class);
        return unsafe.arrayIndexScale(Object[].class) == 4
                ? unsafe.getInt(reference, at)
                : unsafe.getLong(reference, at);
    }
}
