package dev.trawl.store;

/**
 * A set of trial ids, 32 hexadecimal digits each, 16 bytes a place, at most three quarters full. As places double, an
 * id takes 21 to 43 bytes: a million 34 MB, ten million 268 MB, 10^8 2.1 GB. An id of zeros only cannot be held, which
 * a SHA-256 does not give.
 */
public final class TrialIds {

    private static final int DIGITS = 32;

    /**
     * Each doubles by itself: one table would take half as much again while it does. And they are small, as the usual
     * garbage collector gives an array of some hundred kilobytes up to twice its room.
     */
    private static final int TABLES = 4096;

    private final Table[] tables = new Table[TABLES];
    private int size;

    public TrialIds() {
        for (int i = 0; i < TABLES; i++) {
            tables[i] = new Table();
        }
    }

    static boolean isId(String id) {
        if (id.length() != DIGITS) {
            return false;
        }
        return id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    /** The first 16 digits. */
    static long high(String id) {
        return Long.parseUnsignedLong(id, 0, DIGITS / 2, 16);
    }

    /** The last 16 digits. */
    static long low(String id) {
        return Long.parseUnsignedLong(id, DIGITS / 2, DIGITS, 16);
    }

    public int size() {
        return size;
    }

    public boolean contains(String id) {
        long high = high(id);
        return table(high).contains(high, low(id));
    }

    /** Whether it was not there before. */
    boolean add(String id) {
        return add(high(id), low(id));
    }

    /** The same, of an id's halves. */
    boolean add(long high, long low) {
        boolean added = table(high).add(high, low);
        size += added ? 1 : 0;
        return added;
    }

    /** By the first 12 bits, for places go by the last. */
    private Table table(long high) {
        return tables[(int) (high >>> 52)];
    }

    private static final class Table {

        private long[] places = new long[2 * 8]; // both halves of an id
        private int size;

        boolean contains(long high, long low) {
            return isAt(place(high, low), high, low);
        }

        boolean add(long high, long low) {
            int place = place(high, low);
            if (isAt(place, high, low)) {
                return false;
            }
            places[place] = high;
            places[place + 1] = low;
            size++;
            if (size * 8L > places.length * 3L) {
                grow();
            }
            return true;
        }

        /** Where the id is, or the free place where it belongs. */
        private int place(long high, long low) {
            int mask = places.length - 2;
            int place = (int) (high ^ low) & mask;
            while (!isAt(place, 0, 0) && !isAt(place, high, low)) {
                place = place + 2 & mask;
            }
            return place;
        }

        private boolean isAt(int place, long high, long low) {
            return places[place] == high && places[place + 1] == low;
        }

        private void grow() {
            long[] old = places;
            places = new long[2 * old.length];
            size = 0;
            for (int i = 0; i < old.length; i += 2) {
                if ((old[i] | old[i + 1]) != 0) {
                    add(old[i], old[i + 1]);
                }
            }
        }
    }
}
