package dev.trawl.kernel;

import static dev.trawl.kernel.Lanes.PANEL;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * One array for all of a network's numbers, given out in stretches that begin with a line of the cache where they can.
 * A vector of 16 lanes fills a line; one that lies across two costs twice as much to load and to store.
 *
 * <p>Java does not say where an array lies, and its collectors move it. But to G1, HotSpot's usual one, an array of
 * half a region is <em>humongous</em>: it begins a region, its numbers come after a header of 16 bytes, and it stays.
 * So the array is made that long, however small the network: half a megabyte to sixteen, as the heap has it. Under
 * another collector lines begin anywhere, and nothing but time is lost.
 */
final class Arena {

    /** Floats a line of the cache. */
    private static final int LINE = 16;

    /** Floats that an array's header takes. */
    private static final int HEADER = 4;

    /** Where {@link Lanes#PANEL} zeros are, which nobody writes: the first line of the cache that is all numbers. */
    static final int ZEROS = LINE - HEADER;

    /** The most that G1 makes a region by itself. */
    private static final int LARGEST_REGION = 32 << 20;

    /** So many floats, with their header, are humongous; 0 where nothing is. */
    private static final int HUMONGOUS = regionBytes() / 2 / Float.BYTES;

    private float[] memory = new float[0];
    private int end;

    /** Takes all stretches back. */
    void clear() {
        end = ZEROS + PANEL;
    }

    /** Gives out {@code size} numbers. Returns where in {@link #memory} they will begin. */
    int take(int size) {
        int at = end;
        end = Math.addExact(end, Lanes.padded(size));
        return at;
    }

    /** Makes room for what was given out since {@link #clear}: all zeros. */
    void fit() {
        if (memory.length < end) {
            memory = new float[Math.max(end, HUMONGOUS)];
        } else {
            Arrays.fill(memory, 0, end, 0f);
        }
    }

    /** The array, until {@link #fit} is called again. */
    float[] memory() {
        return memory;
    }

    /** The size of G1's regions; 0 where another collector is at work, or regions were made too large for this. */
    private static int regionBytes() {
        HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (machine == null) {
            return 0;
        }
        try {
            int bytes = Integer.parseInt(machine.getVMOption("G1HeapRegionSize").getValue());
            return bytes <= LARGEST_REGION ? bytes : 0;
        } catch (IllegalArgumentException e) { // a machine that has no such option
            return 0;
        }
    }
}
