package org.rapaio.jupyter.kernel.channels;

/**
 * Stands before rapaio-jupyter-kernel's class of this name, which serves one channel of a kernel. Theirs (3.0.1 to
 * 3.0.4) starts the thread before it sets the flag that keeps it running, and ends with the first exception: on two busy
 * cores one kernel in six came up deaf ("Kernel didn't respond in 60 seconds").
 */
public final class LoopThread extends Thread {

    private final long pause; // milliseconds
    private final Runnable poll;
    private volatile boolean ended;

    public LoopThread(String name, long pause, Runnable poll) {
        super(name);
        this.pause = pause;
        this.poll = poll;
    }

    @Override
    public void run() {
        while (!ended) {
            try {
                poll.run();
            } catch (RuntimeException e) {
                // Seen where a request comes before the kernel has its handlers; Jupyter asks again after a second.
                System.err.println(getName() + ": a request was dropped: " + e);
            }
            try {
                sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    public void shutdown() {
        ended = true;
    }
}
