package io.kernelign.service.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Problem details in every service. */
@AutoConfiguration
@Import(ProblemAdvice.class)
class ProblemAutoConfiguration {}
