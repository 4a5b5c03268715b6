# The product as an image: built from the sources, run without root on a JRE. See docker-compose.yml for how it is run.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# Tests run before an image is built (.ci/run), not while it is.
RUN --mount=type=cache,target=/var/cache/maven \
    mvn -B -ntp -q -Dmaven.repo.local=/var/cache/maven -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/handover-*.jar extract --destination /product

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin handover
WORKDIR /product
COPY --from=build /product/lib ./lib
COPY --from=build /product/handover-*.jar ./handover.jar
USER 10001
EXPOSE 8080
# Half of the container's memory for the heap, for what the JVM needs beside it and uploads in a /tmp in memory count as well; an
# exhausted heap ends the node, and the orchestrator starts it anew.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Duser.timezone=UTC"
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
ENTRYPOINT ["java", "-jar", "handover.jar"]
