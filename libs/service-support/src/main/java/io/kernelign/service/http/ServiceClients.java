package io.kernelign.service.http;

import io.kernelign.service.access.CallSigning;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes clients of the HTTP interfaces in {@code contracts}. A client throws {@link RestClientResponseException} when
 * the service answers with an error, and {@link ResourceAccessException} when it does not answer (connecting takes
 * over 2 s, or answering over 30 s unless it was made with more patience); left alone, both become the right problem detail.
 */
public final class ServiceClients implements AutoCloseable {

    /** How long an answer may take unless a client is made with more. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CONNECT = Duration.ofSeconds(2);

    static {
        // Else each connection that a burst has opened is kept for twenty minutes, with its buffers of 32 KiB.
        System.getProperties().putIfAbsent("jdk.httpclient.connectionPoolSize", "50");
    }

    private final RestClient.Builder builder;
    private final CallSigning signing;
    private final ExecutorService threads = Executors.newCachedThreadPool(ServiceClients::daemon);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(threads)
            .build();

    /**
     * @param builder copied for each client
     * @param signing says on whose behalf they call
     */
    public ServiceClients(RestClient.Builder builder, CallSigning signing) {
        this.builder = builder;
        this.signing = signing;
    }

    /** Clients outside of a Spring context, as tests and the demo need them. */
    public ServiceClients() {
        this(RestClient.builder(), CallSigning.none());
    }

    /**
     * @param api an interface with {@code @HttpExchange} methods
     * @param baseUrl for example {@code http://localhost:8083}
     */
    public <T> T create(Class<T> api, String baseUrl) {
        return create(api, baseUrl, PATIENCE, UnaryOperator.identity());
    }

    /**
     * @param patience how long an answer may take
     * @param around what stands between the client and its calls
     */
    public <T> T create(Class<T> api, String baseUrl, Duration patience, UnaryOperator<HttpExchangeAdapter> around) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(patience);
        var client = builder.clone()
                .baseUrl(baseUrl)
                .requestFactory(requests)
                .requestInterceptor((request, body, execution) -> {
                    if (RequestId.current() != null) {
                        request.getHeaders().set(RequestId.HEADER, RequestId.current());
                    }
                    return execution.execute(request, body);
                })
                .requestInterceptor(signing)
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .exchangeAdapterDecorator(around)
                .build()
                .createClient(api);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "service-client");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends the threads of all its clients. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
