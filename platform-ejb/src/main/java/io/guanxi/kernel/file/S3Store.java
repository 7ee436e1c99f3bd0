package io.guanxi.kernel.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of a service that speaks S3. */
final class S3Store implements FileStore {

    private final S3Client client;
    private final String bucket;

    /**
     * @param endpoint address of the service; null for that of AWS
     * @param region   name of the region; services of other makers take any
     */
    S3Store(URI endpoint, String region, String bucket, String accessKey, String secretKey) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .region(Region.of(region))
                .forcePathStyle(endpoint != null)
                // Signed pieces and checksums in trailers are AWS's own; other services refuse them.
                .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, secretKey)));
        this.client = (endpoint == null ? builder : builder.endpointOverride(endpoint)).build();
        this.bucket = bucket;
    }

    @Override
    public void write(String key, Path content) throws IOException {
        answered(() -> client.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(content)));
    }

    @Override
    public InputStream read(String key) throws IOException {
        return answered(() -> client.getObject(get -> get.bucket(bucket).key(key)));
    }

    @Override
    public void delete(String key) throws IOException {
        answered(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public Held held(String folder) throws IOException {
        return answered(() ->
                client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder + "/")).contents().stream()
                        .map(object -> new Held(1, object.size()))
                        .reduce(
                                Held.NOTHING,
                                (one, other) -> new Held(one.files() + other.files(), one.bytes() + other.bytes())));
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        // One by one: the call that takes many at once needs a checksum that services of other makers refuse.
        answered(() -> {
            client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder + "/")).contents().stream()
                    .map(S3Object::key)
                    .toList()
                    .forEach(key ->
                            client.deleteObject(delete -> delete.bucket(bucket).key(key)));
            return null;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private static <T> T answered(Supplier<T> call) throws IOException {
        try {
            return call.get();
        } catch (NoSuchKeyException e) {
            throw (IOException) new FileNotFoundException("no such object").initCause(e);
        } catch (SdkException e) {
            throw new IOException("the object storage does not answer as it should", e);
        }
    }
}
