package dev.trawl.sql;

import dev.trawl.store.MadeOf;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Tables that were made.
 *
 * @param session has them and all that {@link Views} has, of the rows that they were made of
 * @param rows these rows
 * @param tables cut to their first rows, in the order of {@link Tables#NAMES}
 */
public record MadeTables(SparkSession session, MadeOf rows, List<Table> tables) {

    public MadeTables {
        tables = List.copyOf(tables);
    }
}
