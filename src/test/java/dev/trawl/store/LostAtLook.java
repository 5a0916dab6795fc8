package dev.trawl.store;

/** Looks at who owns the results: this driver until the look of that number, another one from then on. */
final class LostAtLook implements Runnable {

    private final int number;
    private int looks;

    LostAtLook(int number) {
        this.number = number;
    }

    @Override
    public void run() {
        if (++looks >= number) {
            throw new LockedResults("dir", LockOwner.unknown());
        }
    }
}
