package dev.trawl.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Trawl's session on a master that the test names. */
public final class SessionOn {

    private SessionOn() {}

    public static SparkSession master(String master) {
        return Sessions.start("test", new SparkConf().setMaster(master));
    }
}
