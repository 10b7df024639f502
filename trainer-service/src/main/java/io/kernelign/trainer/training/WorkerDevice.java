package io.kernelign.trainer.training;

import io.kernelign.service.start.RefusedStartException;
import io.kernelign.torch.AbsentDeviceException;
import io.kernelign.torch.Devices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Settles where this worker computes, and refuses to start where that is not. */
@Component
class WorkerDevice implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerDevice.class);

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        var name = environment.getRequiredProperty(Devices.PROPERTY);
        try {
            LOG.info("This worker computes on {}.", Devices.use(name).name());
        } catch (AbsentDeviceException e) {
            throw new RefusedStartException(Devices.PROPERTY + ": " + e.getMessage() + ".", e);
        }
    }
}
