package org.envdisclosure.platform.export;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes an {@link ExportStream} without holding the thread it is called on. */
@Provider
public class ExportStreamWriter implements ServerMessageBodyWriter<ExportStream> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == ExportStream.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ExportStream.class;
    }

    @Override
    public void writeResponse(ExportStream export, Type genericType, ServerRequestContext context) {
        ExportPlace place = export.place();
        if (!place.claim()) {
            throw new IllegalStateException("an export's body was asked for too late");
        }
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        request.suspend();
        context.serverResponse().setChunked(true);
        context.serverResponse().addCloseHandler(() -> place.cut(Ending.CLIENT_GONE));
        place.lane().threads().places().execute(new HttpExport(export, request, request.unwrap(HttpServerResponse.class)));
    }

    /** Only a writer interceptor comes here, and none can wrap a stream that does not block. */
    @Override
    public void writeTo(ExportStream export, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
                        MultivaluedMap<String, Object> headers, OutputStream out) {
        export.place().abandon();
        throw new UnsupportedOperationException("an export cannot be written through a WriterInterceptor");
    }
}
