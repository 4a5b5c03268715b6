package dev.handover.evidence.web;

import dev.handover.evidence.EvidenceSettings;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Lets the web server take uploads up to the size of evidence and stop reading there. Nothing else in the application takes
 * multipart requests.
 */
@Configuration(proxyBeanMethods = false)
class UploadLimits {

    /** What the other fields of an upload may need beside the file. */
    private static final DataSize FIELDS = DataSize.ofMegabytes(1);

    /** Parts up to this size stay in memory. */
    private static final DataSize IN_MEMORY = DataSize.ofKilobytes(64);

    @Bean
    MultipartConfigElement multipartConfig(EvidenceSettings settings) {
        var config = new MultipartConfigFactory();
        config.setMaxFileSize(settings.maxFileSize());
        config.setMaxRequestSize(DataSize.ofBytes(settings.maxFileSize().toBytes() + FIELDS.toBytes()));
        config.setFileSizeThreshold(IN_MEMORY);
        return config.createMultipartConfig();
    }

    /** Lazy: nobody makes us read a body before we know that they may add evidence. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    StandardServletMultipartResolver multipartResolver() {
        var resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true);
        return resolver;
    }
}
