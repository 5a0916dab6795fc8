package dev.trawl.spark;

/** Where results or the cluster are said to be is no place that could be: nothing was touched. */
public final class WrongAddress extends RuntimeException {

    WrongAddress(String message) {
        super(message);
    }
}
