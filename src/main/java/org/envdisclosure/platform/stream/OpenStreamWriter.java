package org.envdisclosure.platform.stream;

import io.vertx.core.http.HttpServerRequest;
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

/** Lets an {@link OpenStream} have its response for as long as it lives. */
@Provider
public class OpenStreamWriter implements ServerMessageBodyWriter<OpenStream> {

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == OpenStream.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == OpenStream.class;
    }

    @Override
    public void writeResponse(OpenStream stream, Type genericType, ServerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
        // first, for it fails where the request has meanwhile been given up and answered
        context.serverResponse().setChunked(true);
        request.suspend();
        stream.begin(request.unwrap(HttpServerRequest.class), request::resume);
    }

    /** Only a writer interceptor comes here, and none can wrap what has no end. */
    @Override
    public void writeTo(OpenStream stream, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
                        MultivaluedMap<String, Object> headers, OutputStream out) {
        throw new UnsupportedOperationException("an event stream cannot be written through a WriterInterceptor");
    }
}
