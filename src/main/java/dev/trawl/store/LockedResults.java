package dev.trawl.store;

/** Another driver holds the result directory. */
public final class LockedResults extends RuntimeException {

    LockedResults(String directory, LockOwner owner) {
        super(directory + " is in use by " + owner);
    }
}
