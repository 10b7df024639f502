package io.kernelign.trainer.web;

import io.kernelign.contracts.JobVerdict;
import io.kernelign.contracts.VerdictApi;
import io.kernelign.trainer.verdict.Verdicts;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VerdictController implements VerdictApi {

    private final Verdicts verdicts;

    VerdictController(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public JobVerdict verdict(String tenant, String job, List<String> gate) {
        return verdicts.of(tenant, job, gate);
    }
}
