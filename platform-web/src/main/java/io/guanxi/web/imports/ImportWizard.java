package io.guanxi.web.imports;

import io.guanxi.kernel.access.AccessPolicy;
import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Operation;
import io.guanxi.kernel.error.DomainException;
import io.guanxi.kernel.error.InvalidRecord;
import io.guanxi.kernel.imports.ColumnMapping;
import io.guanxi.kernel.imports.ImportOptions;
import io.guanxi.kernel.imports.ImportPreview;
import io.guanxi.kernel.imports.ImportRequest;
import io.guanxi.kernel.imports.ImportService;
import io.guanxi.kernel.imports.ImportTarget;
import io.guanxi.kernel.imports.Mapping;
import io.guanxi.kernel.imports.MappingRules;
import io.guanxi.kernel.imports.SavedMapping;
import io.guanxi.kernel.imports.SavedMappings;
import io.guanxi.kernel.job.JobView;
import io.guanxi.kernel.object.FieldDescriptor;
import io.guanxi.kernel.object.Labels;
import io.guanxi.kernel.object.ObjectDescriptor;
import io.guanxi.kernel.record.DuplicateRule;
import io.guanxi.kernel.tenancy.Tenant;
import io.guanxi.kernel.tenancy.Tenants;
import io.guanxi.web.shell.Here;
import io.guanxi.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;
import org.primefaces.event.FileUploadEvent;

/**
 * From a file to a job: upload, say what each column is, decide what becomes of records that are there already, start.
 * The uploaded file stands in the address, so that reloading loses nothing but the choices.
 */
@Named("wizard")
@ViewScoped
public class ImportWizard implements Serializable {

    @Inject
    private Here here;

    @Inject
    private ImportService imports;

    @Inject
    private SavedMappings mappings;

    @Inject
    private AccessPolicy policy;

    @Inject
    private Tenants tenants;

    @Inject
    private Texts texts;

    @Inject
    private HttpServletRequest request;

    private final ReadingChoice reading = new ReadingChoice();
    private final List<ColumnChoice> columns = new ArrayList<>();
    private String file = "";
    private String fileName = "";
    private String problem = "";
    private transient ImportPreview preview;
    private DuplicateRule.Mode mode = DuplicateRule.Mode.CREATE;
    private String key;
    private String country = "";
    private boolean dropPhones = true;
    private boolean suspects = true;
    private String chosen = "";
    private boolean recognised;
    private String name = "";
    private boolean shared = true;
    private String saved = "";
    private int row;

    @PostConstruct
    void open() {
        policy.require(here.object(), Operation.CREATE);
        file = parameter("file");
        fileName = parameter("name");
        country = tenants.find(CallContext.require().tenantId())
                .map(Tenant::country)
                .orElse("");
        key = keys().isEmpty() ? null : keys().get(0).getValue().toString();
        if (!file.isEmpty()) {
            read();
        }
    }

    private String parameter(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    /** Takes the file over from the upload and goes on to its columns. */
    public void upload(FileUploadEvent event) throws IOException {
        try (InputStream content = event.getFile().getInputStream()) {
            String id = imports.store(here.object().name(), event.getFile().getFileName(), content);
            Faces.redirect(here.getListHref() + "/import?file=" + id + "&name="
                    + URLEncoder.encode(event.getFile().getFileName(), StandardCharsets.UTF_8));
        }
    }

    /** Looks at the file again, as the reading options say, and takes the mapping that was made for such files. */
    public void read() {
        problem = "";
        saved = "";
        columns.clear();
        row = 0;
        try {
            preview = imports.preview(here.object().name(), file, reading.hints(), texts.locale());
            reading.show(preview.format());
            chosen = preview.offers().stream()
                    .filter(ImportPreview.Offer::meant)
                    .findFirst()
                    .map(offer -> offer.saved().id())
                    .orElse("");
            recognised = !chosen.isEmpty();
            apply();
        } catch (DomainException e) {
            problem = sentence(e);
        }
    }

    /** Takes the mapping that somebody has chosen. */
    public void choose() {
        problem = "";
        saved = "";
        recognised = false;
        apply();
    }

    private void apply() {
        Mapping mapping =
                offer().map(ImportPreview.Offer::mapping).orElse(preview().suggested());
        columns.clear();
        preview()
                .columns()
                .forEach(c -> columns.add(
                        new ColumnChoice(c.index(), c.name(), heading(c), c.samples(), pathOf(mapping, c.index()))));
        Optional<SavedMapping> own = offer().map(ImportPreview.Offer::saved).filter(SavedMapping::editable);
        name = own.map(SavedMapping::name).orElse(withoutEnding(fileName));
        shared = own.map(SavedMapping::shared).orElse(true);
    }

    private static String withoutEnding(String fileName) {
        String plain = fileName.replaceFirst("\\.\\w{1,5}$", "");
        return plain.substring(0, Math.min(MappingRules.MAX_NAME, plain.length()));
    }

    private Optional<ImportPreview.Offer> offer() {
        return preview().offers().stream()
                .filter(offer -> offer.saved().id().equals(chosen))
                .findFirst();
    }

    /** The mappings that fit the file. */
    public List<SelectItem> getMappings() {
        return preview().offers().stream()
                .map(offer -> new SelectItem(offer.saved().id(), offer.saved().title(texts.locale())))
                .toList();
    }

    /** Why a mapping was chosen without being asked for; empty when none was. */
    public String getRecognition() {
        return recognised
                ? offer().map(offer -> texts.of(
                                offer.saved().isReady() ? "import.mapping.recognised" : "import.mapping.same",
                                offer.saved().title(texts.locale())))
                        .orElse("")
                : "";
    }

    /** Keeps the columns as a new mapping. */
    public void saveNew() {
        keep(() -> mappings.create(here.object().name(), name, shared, paths()), "import.mapping.saved");
    }

    /** Keeps the columns, the name and who sees it in the mapping that is chosen. */
    public void saveChosen() {
        keep(() -> mappings.change(chosen, OptionalLong.empty(), name, shared, paths()), "import.mapping.saved");
    }

    /** Takes the mapping away that is chosen; the columns stay as they are. */
    public void forget() {
        String before = name;
        mappings.delete(chosen, OptionalLong.empty());
        preview = null;
        chosen = "";
        recognised = false;
        saved = texts.of("import.mapping.deleted", before);
    }

    private void keep(Supplier<SavedMapping> work, String said) {
        problem = "";
        try {
            SavedMapping kept = work.get();
            preview = null;
            chosen = kept.id();
            recognised = false;
            saved = texts.of(said, kept.name());
        } catch (InvalidRecord e) {
            problem = sentence(e);
        } catch (DomainException e) {
            problem = sentence(e);
        }
    }

    /** What each column of the file fills, by its heading. */
    private Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        columns.stream().filter(c -> !c.getName().isEmpty()).forEach(c -> paths.putIfAbsent(c.getName(), c.getPath()));
        return paths;
    }

    private String heading(ImportPreview.ColumnPreview column) {
        return column.name().isEmpty() ? texts.of("import.column", column.index() + 1) : column.name();
    }

    private static String pathOf(Mapping mapping, int column) {
        return mapping.columns().stream()
                .filter(c -> c.column() == column)
                .map(ColumnMapping::path)
                .findFirst()
                .orElse("");
    }

    private ImportPreview preview() {
        if (preview == null) {
            preview = imports.preview(here.object().name(), file, reading.hints(), texts.locale());
        }
        return preview;
    }

    /** What columns may fill. */
    public List<SelectItem> getTargets() {
        return targets().stream()
                .map(t -> new SelectItem(t.path(), t.required() ? t.label() + " *" : t.label()))
                .toList();
    }

    private List<ImportTarget> targets() {
        return imports.targets(here.object().name(), texts.locale());
    }

    /** Fields that tell whether a record is there already. */
    public List<SelectItem> getKeys() {
        return keys();
    }

    private List<SelectItem> keys() {
        ObjectDescriptor object = here.object();
        Stream<String> unique = object.fields().values().stream()
                .filter(FieldDescriptor::unique)
                .map(FieldDescriptor::name);
        return Stream.concat(
                        Stream.concat(Stream.of(object.titleField()), unique),
                        Stream.of("email", "phone", "taxNumber", "externalId"))
                .distinct()
                .flatMap(n -> object.find(n).stream())
                .filter(DuplicateRule::finds)
                .map(f -> new SelectItem(f.name(), Labels.field(object, f, texts.locale())))
                .toList();
    }

    public List<SelectItem> getModes() {
        return Stream.of(DuplicateRule.Mode.values())
                .map(m -> new SelectItem(m, texts.of("import.mode." + m)))
                .toList();
    }

    /** The values that one row would give, for the preview beside the columns. */
    public List<Map.Entry<String, String>> getSample() {
        if (preview().rows().isEmpty()) {
            return List.of();
        }
        List<String> cells = preview().rows().get(row);
        return columns.stream()
                .filter(c -> !c.getPath().isEmpty() && c.getIndex() < cells.size())
                .map(c -> Map.entry(label(c.getPath()), cells.get(c.getIndex())))
                .filter(e -> !e.getValue().isBlank())
                .toList();
    }

    private String label(String path) {
        return targets().stream()
                .filter(t -> t.path().equals(path))
                .map(ImportTarget::label)
                .findFirst()
                .orElse(path);
    }

    /** Steps through the first rows of the file. */
    public void step(int by) {
        row = Math.max(0, Math.min(preview().rows().size() - 1, row + by));
    }

    public String getRowText() {
        return texts.of("import.row", preview().rows().isEmpty() ? 0 : row + 1);
    }

    public long getMapped() {
        return columns.stream().filter(c -> !c.getPath().isEmpty()).count();
    }

    /** Checks every row and keeps nothing. */
    public void tryOut() {
        submit(true);
    }

    /** Imports. */
    public void start() {
        submit(false);
    }

    private void submit(boolean dryRun) {
        problem = "";
        ImportRequest wanted = new ImportRequest(
                here.object().name(),
                new DuplicateRule(mode, mode == DuplicateRule.Mode.CREATE ? null : key),
                dryRun,
                Optional.of(new Mapping(columns.stream()
                        .filter(c -> !c.getPath().isEmpty())
                        .map(c -> new ColumnMapping(c.getIndex(), c.getPath()))
                        .toList())),
                Map.of(),
                reading.hints(),
                Optional.of(country).filter(c -> !c.isEmpty()),
                suspects,
                dropPhones ? ImportOptions.InvalidPhones.LEAVE_OUT : ImportOptions.InvalidPhones.REFUSE);
        try {
            JobView job = imports.submit(wanted, file, fileName);
            Faces.redirect(here.href("jobs/" + job.id()));
        } catch (InvalidRecord e) {
            problem = sentence(e);
        } catch (DomainException e) {
            problem = sentence(e);
        }
    }

    private String sentence(InvalidRecord failure) {
        return failure.errors().stream()
                .map(error ->
                        Labels.error(error.code(), texts.locale(), error.args().toArray()))
                .findFirst()
                .orElse("");
    }

    private String sentence(DomainException failure) {
        return Labels.error(failure.code(), texts.locale(), failure.args().toArray());
    }

    public boolean isUploaded() {
        return !file.isEmpty();
    }

    /** The file could be read as a table. */
    public boolean isReadable() {
        return !columns.isEmpty();
    }

    public String getFileName() {
        return fileName;
    }

    /** What is wrong, in a sentence; empty when nothing is. */
    public String getProblem() {
        return problem;
    }

    /** Id of the mapping the columns come from; empty when they were guessed. */
    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen == null ? "" : chosen;
    }

    /** The chosen mapping may be changed, renamed and deleted by the caller. */
    public boolean isChangeable() {
        return offer().filter(offer -> offer.saved().editable()).isPresent();
    }

    /** Without headings there is nothing to know the next file by. */
    public boolean isNameable() {
        return columns.stream().anyMatch(column -> !column.getName().isEmpty());
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    /** What has become of a mapping, in a sentence; empty when nothing has. */
    public String getSaved() {
        return saved;
    }

    public ReadingChoice getReading() {
        return reading;
    }

    public List<ColumnChoice> getColumns() {
        return columns;
    }

    public DuplicateRule.Mode getMode() {
        return mode;
    }

    public void setMode(DuplicateRule.Mode mode) {
        this.mode = mode;
    }

    public boolean isKeyed() {
        return mode != DuplicateRule.Mode.CREATE;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getCountry() {
        return country;
    }

    public void setCountry(String country) {
        this.country = country == null ? "" : country;
    }

    /** Rows with a phone number that cannot be one come in without it. */
    public boolean isDropPhones() {
        return dropPhones;
    }

    public void setDropPhones(boolean dropPhones) {
        this.dropPhones = dropPhones;
    }

    /** New rows that seem to be there already are told. */
    public boolean isSuspects() {
        return suspects;
    }

    public void setSuspects(boolean suspects) {
        this.suspects = suspects;
    }
}
