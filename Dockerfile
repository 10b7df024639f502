# One image for each service: docker build --target api-gateway|selector-service|trainer-service|metrics-service .
# docs/containers.md tells the arguments, and what was run with them.
ARG BUILD_BASE=maven:3.9-eclipse-temurin-17
ARG BASE=eclipse-temurin:17-jre

FROM ${BUILD_BASE} AS build
WORKDIR /src
COPY . .
# -Pcuda for GPUs
ARG MAVEN_ARGS=""
RUN mvn -B -q ${MAVEN_ARGS} -pl api-gateway,selector-service,trainer-service,metrics-service -am package \
      -DskipTests -Dspotless.check.skip \
 && for service in api-gateway selector-service trainer-service metrics-service; do \
      java -Djarmode=tools -jar "$service/target/$service-exec.jar" extract --layers \
        --application-filename service.jar --destination "/layers/$service" || exit 1; \
    done

FROM ${BASE} AS service
# What the base lacks: jemalloc takes a fifth off a training step, libgomp is libtorch's.
ARG PACKAGES="libjemalloc2 libgomp1"
RUN if [ -n "${PACKAGES}" ]; then \
      apt-get update -qq \
      && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends ${PACKAGES} \
      && rm -rf /var/lib/apt/lists/*; \
    fi
COPY --chmod=0755 containers/start containers/healthy /usr/local/bin/
# All that is ever written: what is kept, and passing files of the size of a training.
RUN install -d -o 10001 -g 10001 /data
ENV HOME=/tmp \
    DJL_CACHE_DIR=/data/djl \
    SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_METRICS_SYSTEM_DISKSPACE_PATHS=/data,/tmp \
    OMP_WAIT_POLICY=PASSIVE
USER 10001:10001
VOLUME ["/data", "/tmp"]
ENTRYPOINT ["/usr/local/bin/start"]
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s CMD ["/usr/local/bin/healthy"]

# Imports leave the processors to requests that take milliseconds. Java warns that it may need a permission for that: not to lower a
# priority.
FROM service AS api-gateway
ENV SERVER_PORT=8080 \
    JVM_OPTIONS="-XX:+UseParallelGC -Xmx256m -XX:ThreadPriorityPolicy=1 -XX:JavaPriority1_To_OSPriority=19"
EXPOSE 8080
COPY --from=build /layers/api-gateway/dependencies/ /app/
COPY --from=build /layers/api-gateway/snapshot-dependencies/ /app/
COPY --from=build /layers/api-gateway/spring-boot-loader/ /app/
COPY --from=build /layers/api-gateway/application/ /app/

FROM service AS selector-service
ENV SERVER_PORT=8081 \
    JVM_OPTIONS="-XX:MaxRAMPercentage=60"
EXPOSE 8081
COPY --from=build /layers/selector-service/dependencies/ /app/
COPY --from=build /layers/selector-service/snapshot-dependencies/ /app/
COPY --from=build /layers/selector-service/spring-boot-loader/ /app/
COPY --from=build /layers/selector-service/application/ /app/

# Models and batches lie outside of Java's heap, which has little to do.
FROM service AS trainer-service
ENV SERVER_PORT=8082 \
    JVM_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=25"
EXPOSE 8082
COPY --from=build /layers/trainer-service/dependencies/ /app/
COPY --from=build /layers/trainer-service/snapshot-dependencies/ /app/
COPY --from=build /layers/trainer-service/spring-boot-loader/ /app/
COPY --from=build /layers/trainer-service/application/ /app/

FROM service AS metrics-service
ENV SERVER_PORT=8083 \
    JVM_OPTIONS="-XX:+UseSerialGC -XX:MaxRAMPercentage=60"
EXPOSE 8083
COPY --from=build /layers/metrics-service/dependencies/ /app/
COPY --from=build /layers/metrics-service/snapshot-dependencies/ /app/
COPY --from=build /layers/metrics-service/spring-boot-loader/ /app/
COPY --from=build /layers/metrics-service/application/ /app/
