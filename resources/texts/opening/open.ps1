# Opens what lies beside this script, with OpenSSL 3 alone (openssl.exe must be found).
#   powershell -ExecutionPolicy Bypass -File open.ps1 CERTIFICATE.pem KEY.pem
#   powershell -ExecutionPolicy Bypass -File open.ps1            with the passphrase: you are asked for it
# The result is written into the folder in which you call it, and its SHA-256 is printed.
param([string]$Certificate, [string]$Key)
$ErrorActionPreference = 'Stop'
foreach ($line in Get-Content (Join-Path $PSScriptRoot 'volumes.sha256')) {
    $digest, $name = $line -split '  ', 2
    if ((Get-FileHash -Algorithm SHA256 (Join-Path $PSScriptRoot $name)).Hash -ne $digest) { throw "$name is missing, or was changed." }
}
$first = Get-ChildItem $PSScriptRoot -Filter '*.001.p7m' | Select-Object -First 1
$result = $first.Name -replace '\.001\.p7m$', ''
$target = Join-Path (Get-Location) $result
if (Test-Path $target) { throw "$result is there already." }
if ($Certificate) { $how = @('-recip', $Certificate, '-inkey', $Key) }
else {
    $secret = Read-Host -AsSecureString 'Passphrase'
    $how = @('-pwri_password', [System.Net.NetworkCredential]::new('', $secret).Password)
}
$stream = [System.IO.File]::Create("$target.part")
try {
    foreach ($volume in Get-ChildItem $PSScriptRoot -Filter "$result.*.p7m" | Sort-Object Name) {
        $piece = "$target.volume"
        & openssl cms -decrypt -binary -inform DER -in $volume.FullName @how -out $piece
        if ($LASTEXITCODE -ne 0) { throw "$($volume.Name) cannot be opened." }
        $opened = [System.IO.File]::OpenRead($piece)
        try { $opened.CopyTo($stream) } finally { $opened.Close(); Remove-Item $piece }
    }
}
catch { $stream.Close(); Remove-Item "$target.part"; throw }
$stream.Close()
Move-Item "$target.part" $target
Get-FileHash -Algorithm SHA256 $target
