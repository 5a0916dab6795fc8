package dev.trawl.spark;

/** Another driver holds the result directory. */
public final class LockedResults extends RuntimeException {

    private final transient LockOwner owner;

    LockedResults(String directory, LockOwner owner) {
        super(directory + " is in use by " + owner);
        this.owner = owner;
    }

    public LockOwner owner() {
        return owner;
    }
}
