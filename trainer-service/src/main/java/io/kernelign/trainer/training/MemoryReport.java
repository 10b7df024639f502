package io.kernelign.trainer.training;

import io.kernelign.contracts.JobMemory;
import io.kernelign.contracts.MemoryRemedy;
import io.kernelign.contracts.MemoryTerm;
import io.kernelign.training.memory.MemoryPlan;
import java.util.List;

/** A plan for a job's memory as it is told to others. */
final class MemoryReport {

    private MemoryReport() {}

    static JobMemory of(MemoryPlan plan, WorkDisk disk) {
        var estimate = plan.estimate();
        return new JobMemory(
                estimate.bytes(),
                plan.available(),
                disk.needed(),
                disk.free(),
                plan.fits() && disk.fits(),
                plan.recomputes(),
                estimate.terms().stream()
                        .map(term -> new MemoryTerm(
                                term.part().text(), term.bytes(), term.part().meaning()))
                        .toList(),
                plan.fits() ? List.of() : remedies(plan));
    }

    private static List<MemoryRemedy> remedies(MemoryPlan plan) {
        return plan.remedies().stream()
                .map(remedy -> new MemoryRemedy(remedy.changes(), remedy.bytes()))
                .toList();
    }
}
