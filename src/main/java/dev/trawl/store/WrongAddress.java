package dev.trawl.store;

/** Where results or the cluster are said to be is no place that could be: nothing was touched. */
public final class WrongAddress extends RuntimeException {

    public WrongAddress(String message) {
        super(message);
    }
}
