package dev.trawl.trial;

import java.io.Serializable;

/** Epochs of the dense stage, of the phase that prunes hidden layers, and of the phase that prunes inputs. */
public record Epochs(int dense, int hidden, int input) implements Serializable {

    public Epochs {
        Trial.require(dense >= 0, "epochs.dense must be 0 or more, not " + dense);
        Trial.require(hidden >= 0, "epochs.hidden must be 0 or more, not " + hidden);
        Trial.require(input >= 0, "epochs.input must be 0 or more, not " + input);
    }

    public int total() {
        return dense + hidden + input;
    }
}
