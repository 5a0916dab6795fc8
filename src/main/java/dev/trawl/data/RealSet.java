package dev.trawl.data;

import java.io.Serializable;

/** A real data set: what is known of it without reading its files, and how to read them. */
public sealed interface RealSet extends Serializable permits UciSet, CsvFile {

    /** The word for it in result rows. */
    String key();

    /** Columns of x, categories one-hot. */
    int inputs();

    int rows();

    /** Rows that are left when of equal ones only one is kept. */
    int distinctRows();

    int classes();

    /** Hash of all values and labels, whatever the files' layout and place: 64 hexadecimal digits. */
    String content();

    /** The set as part of a trial's identity. */
    String identity();

    /**
     * Its rows, checked against {@link #content()}. A JVM reads them once, and anew only where it needed the memory
     * meanwhile. Throws a {@link DataException}.
     */
    Observations observations();
}
