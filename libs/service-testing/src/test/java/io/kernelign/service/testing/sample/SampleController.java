package io.kernelign.service.testing.sample;

import io.kernelign.input.Field;
import io.kernelign.input.ObjectType;
import io.kernelign.input.Types;
import io.kernelign.service.access.Caller;
import io.kernelign.service.http.ServiceClients;
import io.kernelign.service.problem.ConflictException;
import io.kernelign.service.problem.NotFoundException;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SampleController implements SampleApi {

    private static final Field<Double> BETA = Field.required("beta", Types.number(0, 1), "A share.");
    private static final ObjectType<Double> OPTIONS =
            ObjectType.of(List.of(BETA), values -> values.get(BETA), beta -> Map.of("beta", beta));

    private final ServiceClients clients;
    private final Environment environment;

    SampleController(ServiceClients clients, Environment environment) {
        this.clients = clients;
        this.environment = environment;
    }

    private SampleApi itself() {
        return clients.create(
                SampleApi.class, "http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }

    @Override
    public Note echo(Note note) {
        return note;
    }

    @Override
    public Map<String, Object> check(Map<String, Object> options) {
        return Map.of("beta", OPTIONS.read(options));
    }

    @Override
    public Note note(String id) {
        throw new NotFoundException("note", id);
    }

    @Override
    public Map<String, Object> page(int limit) {
        return Map.of("limit", limit);
    }

    @Override
    public void conflict() {
        throw new ConflictException("The note is being written.");
    }

    @Override
    public Note crash() {
        throw new IllegalStateException("secret internals");
    }

    @Override
    public Map<String, Object> relay(String path) {
        if (path.equals("check")) {
            return itself().check(Map.of("beta", 7));
        }
        itself().note("n1");
        return Map.of();
    }

    @Override
    public Map<String, String> tenant(String tenant) {
        return Map.of(
                "tenant", tenant, "subject", Caller.current().orElseThrow().subject());
    }

    @Override
    public Map<String, String> relayedTenant(String tenant) {
        return itself().tenant(tenant);
    }

    @Override
    public Note lost() {
        return clients.create(SampleApi.class, "http://localhost:1").crash();
    }
}
