# docker build -t cpp-corpus . && docker run --rm cpp-corpus --version
# docker run --rm -v "$PWD:/data" -w /data cpp-corpus normalize pages/ -o out/
FROM python:3.13-slim AS build
COPY . /checkout
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheels /checkout /checkout/packages/cpp-corpus-atlas

FROM python:3.13-slim
COPY --from=build /wheels /wheels
RUN pip install --no-cache-dir "$(ls /wheels/cpp_corpus-*.whl)[all]" /wheels/cpp_corpus_atlas-*.whl && rm -r /wheels \
 && useradd --create-home reader
USER reader
ENTRYPOINT ["cpp-corpus"]
CMD ["--help"]
