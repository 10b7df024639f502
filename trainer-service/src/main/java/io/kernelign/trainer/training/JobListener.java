package io.kernelign.trainer.training;

import io.kernelign.training.TrainingEvent;

/** Hears what happens during training. Whatever it throws ends the training. */
public interface JobListener {

    /** Called on the thread of the training, before it goes on. */
    void on(TrainingEvent event);

    /** Called while nothing happens, where the training could end as well. */
    void check();

    /** Something that a person should know and that stops nothing. */
    void warning(String sentence);
}
