package dev.trawl.store;

/**
 * A set of trial ids, 32 hexadecimal digits each, 16 bytes a place, at most three quarters full. As places double, an id
 * takes 21 to 43 bytes: a million 34 MB, ten million 268 MB, 10^8 2.1 GB. At most 400 million fit the array. An id of
 * zeros only cannot be held, which a SHA-256 does not give.
 */
public final class TrialIds {

    private static final int DIGITS = 32;

    private long[] table = new long[2 * 1024];
    private int size;

    static boolean isId(String id) {
        if (id.length() != DIGITS) {
            return false;
        }
        return id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    public int size() {
        return size;
    }

    public boolean contains(String id) {
        long high = half(id, 0);
        long low = half(id, DIGITS / 2);
        int slot = slot(high, low);
        return table[slot] == high && table[slot + 1] == low;
    }

    /** Whether it was not there before. */
    boolean add(String id) {
        return add(half(id, 0), half(id, DIGITS / 2));
    }

    private boolean add(long high, long low) {
        int slot = slot(high, low);
        if (table[slot] == high && table[slot + 1] == low) {
            return false;
        }
        table[slot] = high;
        table[slot + 1] = low;
        size++;
        if (size * 8L > table.length * 3L) {
            grow();
        }
        return true;
    }

    /** Where the id is, or the free slot where it belongs. */
    private int slot(long high, long low) {
        int mask = table.length - 2;
        int slot = (int) (high ^ low) & mask;
        while ((table[slot] | table[slot + 1]) != 0 && (table[slot] != high || table[slot + 1] != low)) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if ((old[i] | old[i + 1]) != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }

    private static long half(String id, int from) {
        return Long.parseUnsignedLong(id, from, from + DIGITS / 2, 16);
    }
}
